import { says, type Line } from '../own-words';

/** Thanks for something that came; "keep the mails received meanwhile" thanks for nothing. */
export function thanks(line: Line): boolean {
  return says(line, 'RECEIVED') !== undefined && !says(line, 'FUTURE') && !(says(line, 'PRESERVE') && says(line, 'ASK'));
}

/** A request for data: something to hand over, and a word of asking or an order, not denied, not about a hold. */
export function asksData(line: Line, previous?: Line): boolean {
  const give = says(line, 'GIVE');
  const ask = says(line, 'ASK');
  const wants = says(line, 'ASK_FOR');
  if (says(line, 'INQUIRY')) return false;
  const admin = line.hits.filter(({ concept }) => concept === 'REFERENCE' || concept === 'PAST_REQUEST');
  const data = line.hits.some(
    (hit) =>
      ['DATA', 'CONTENT', 'GROWING', 'EVERYTHING'].includes(hit.concept) &&
      !hit.denied &&
      !admin.some(({ first, last }) => first - 2 <= hit.last && hit.first <= last + 4),
  );
  if (!data)
    return (
      previous?.colon === true &&
      says(line, '~DATA') !== undefined &&
      !says(line, 'PRESERVE') &&
      says(previous, 'ASK') !== undefined &&
      !says(previous, 'PRESERVE')
    );
  if (says(line, 'PRESERVE') && (!give || line.hits.every(({ concept, supposed }) => concept !== 'GIVE' || supposed))) return false;
  if (says(line, 'RECEIVED') && !ask) return false;
  if (says(line, 'POLICY') && !says(line, 'EVERYTHING') && (says(line, '~EMERGENCY_WORD') || says(line, 'EMERGENCY_ASKED'))) return false;
  return (
    (give !== undefined &&
      ((line.question && !says(line, 'HYPOTHETICAL')) ||
        ask !== undefined ||
        wants !== undefined ||
        says(line, 'ORDERING') !== undefined ||
        imperative(give.first))) ||
    (wants !== undefined && !says(line, '-GIVE') && !says(line, 'PRESERVE'))
  );
}

/** An item of a list, or what stands behind a label that asks, naming data: `4. The IP addresses since …`. What somebody wrote, or sent along, is none. */
export function listsData(line: Line): boolean {
  if (['SAID', 'ANNOUNCE', 'MESSAGE_FROM', 'ATTACHED', 'RECEIVED', 'NOTIFY', 'PRESERVE', 'THREAT', 'SHOW', 'LINK'].some((one) => says(line, `~${one}`)))
    return false;
  if (/^\s*(?:\(?\d{1,2}\s?[.):–-]|\(?[a-h]\)|[-–•*]\s)/u.test(line.text))
    return line.hits.some(({ concept, first }) => listed.includes(concept) && first <= 3);
  const label = /^\s*[^:\n]{3,40}:\s/u.exec(line.text);
  if (!label) return false;
  const stop = line.start + label[0].length;
  const wanted = line.hits.some(
    ({ concept, start, first }) => start < stop && (concept === 'ASK_FOR' || concept === 'ASK' || (concept === 'DATA' && first === 0)),
  );
  return wanted && line.hits.some(({ concept, start }) => listed.includes(concept) && start >= stop);
}
const listed = ['DATA', 'CONTENT', 'GROWING', 'EVERYTHING'];

/** A verb that opens its sentence asks by itself. */
function imperative(first: number): boolean {
  return first <= 2;
}
