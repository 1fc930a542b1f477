export function mount(place) {
  const area = document.createElement('textarea');
  area.id = 'body';
  area.value = '\n\n-- \nElena Ferri\n\nOn Monday Darcy Harlan wrote:\n> Please answer.\n';
  area.style.cssText = 'width:690px;height:220px';
  place.append(area);
  return {
    read: () => area.value,
    focus: () => area.focus(),
    caretInOwn: () => area.setSelectionRange(area.value.indexOf('Own') + 4, area.value.indexOf('Own') + 4),
  };
}
