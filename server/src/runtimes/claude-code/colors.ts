// The colors of Claude Code by how near they are to another one: it has eight, and people think in more.
import { COLORS } from './vocabulary.ts';

/** Each channel from 0 to 1. */
export interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** `#rgb`, `#rrggbb` or `#rrggbbaa`, with or without the `#`; undefined for anything else. Transparency is left out. */
export function rgbOf(hex: string): Rgb | undefined {
  const digits = /^#?(?:([0-9a-f]{3})|([0-9a-f]{6})(?:[0-9a-f]{2})?)$/i.exec(hex);
  const [, short, long = short?.replace(/./g, '$&$&')] = digits ?? [];
  if (long === undefined) return undefined;
  const channel = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16) / 255;
  return { red: channel(0), green: channel(2), blue: channel(4) };
}

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
