// The eight colors that Claude Code and Qwen Code name, and which of them is the nearest to any other.
import { type Rgb, rgbOf } from '../../util/color.ts';

/** As `#rrggbb`. */
export const PALETTE: Readonly<Record<string, string>> = {
  red: '#dc2626',
  blue: '#2563eb',
  green: '#16a34a',
  yellow: '#ca8a04',
  purple: '#9333ea',
  orange: '#ea580c',
  pink: '#db2777',
  cyan: '#0891b2',
};

/** What the words of a theme are mostly shown as. */
const THEME: Readonly<Record<string, string>> = {
  success: 'green',
  warning: 'yellow',
  error: 'red',
  info: 'cyan',
  primary: 'blue',
  secondary: 'purple',
  accent: 'pink',
};

/** `#rrggbb` of a name or of `#rrggbb`; a word of a theme as it is; undefined for anything else. */
export function colorOf(written: unknown): string | undefined {
  if (typeof written !== 'string') return undefined;
  if (Object.hasOwn(PALETTE, written)) return PALETTE[written];
  if (Object.hasOwn(THEME, written)) return written;
  return /^#[0-9a-f]{6}$/i.test(written) ? written.toLowerCase() : undefined;
}

/** The name of the color that is nearest to what `colorOf` gives. */
export function nearestName(color: string): string | undefined {
  if (Object.hasOwn(THEME, color)) return THEME[color];
  const wanted = rgbOf(color);
  return wanted && namesByDistance(wanted)[0];
}

/** The nearest first. */
export function namesByDistance(wanted: Rgb): string[] {
  const byDistance = Object.entries(PALETTE).flatMap(([value, hex]) => {
    const own = rgbOf(hex);
    return own ? [{ value, distance: distance(own, wanted) }] : [];
  });
  return byDistance.sort((a, b) => a.distance - b.distance).map(({ value }) => value);
}

function distance(a: Rgb, b: Rgb): number {
  return (a.red - b.red) ** 2 + (a.green - b.green) ** 2 + (a.blue - b.blue) ** 2;
}
