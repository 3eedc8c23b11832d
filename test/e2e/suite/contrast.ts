// The contrast of a text to what is behind it, as guidelines for accessibility compute it.

/** Channels from 0 to 255 and the opacity from 0 to 1. */
type Color = readonly [red: number, green: number, blue: number, opacity: number];

/** The contrast of a computed text colour to computed backgrounds that lie on each other, the lowest first. */
export function contrast(text: string, backgrounds: readonly string[]): number {
  const behind = backgrounds.map(parse).reduce((below, above) => over(above, below));
  const [dark = 0, light = 0] = [luminance(over(parse(text), behind)), luminance(behind)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function parse(color: string): Color {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, opacity];
}

function over([red, green, blue, opacity]: Color, below: Color): Color {
  const mix = (above: number, under: number) => above * opacity + under * (1 - opacity);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

function luminance([red, green, blue]: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
