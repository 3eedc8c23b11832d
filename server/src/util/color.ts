// Colors as numbers.

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
