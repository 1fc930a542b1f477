/** Whether a labelled mail is kept apart from all learning: those of set b with an odd number are; the even ones, by the same authors, teach. */
export function isApart({ id, label }: { readonly id: string; readonly label: { readonly set?: string } }): boolean {
  return label.set === 'b' && Number(id.slice(id.lastIndexOf('-') + 1)) % 2 === 1;
}
