import { tiny } from './tiny.mjs';

export const mount = (place) => tiny(place, { theme: 'modern' });
