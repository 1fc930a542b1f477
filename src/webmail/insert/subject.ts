import type { Composer } from '../webmail';
import { setValue } from './textarea';

/** Sets the subject where the webmail allows it; says whether it holds. */
export function setSubject({ subjectField }: Composer, text: string): boolean {
  if (!subjectField) return false;
  if (subjectField.value !== text) setValue(subjectField, text);
  return subjectField.value === text;
}
