import { assess } from '../core/assess';
import { book } from '../data';
import { readInput, type Settings } from './input';
import type { Answerer } from './records';

/** `assess`: a message in, an assessment with its next steps out. */
export function assessRecord(settings: Settings): Answerer {
  return (record) => {
    const { message, context } = readInput(record, settings);
    return assess(message, context, book);
  };
}
