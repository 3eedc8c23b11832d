// The colors of Claude Code by how near they are to another one: it has eight, and people think in more.
import { type Rgb, rgbOf } from '../../util/color.ts';
import { COLORS } from './vocabulary.ts';

/** The names of all eight, the nearest first. */
export function colorsByDistance(wanted: Rgb): string[] {
  const byDistance = COLORS.flatMap(({ value, hex }) => {
    const own = rgbOf(hex);
    return own ? [{ value, distance: distance(own, wanted) }] : [];
  });
  return byDistance.sort((a, b) => a.distance - b.distance).map(({ value }) => value);
}

function distance(a: Rgb, b: Rgb): number {
  return (a.red - b.red) ** 2 + (a.green - b.green) ** 2 + (a.blue - b.blue) ** 2;
}
