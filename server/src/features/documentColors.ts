// The swatch beside `color:`, and the eight colours its picker offers.
import type { Color, ColorInformation, ColorPresentation, Range } from 'vscode-languageserver-types';
import { COLORS } from '../dialects/claude-code/vocabulary.ts';
import { entryOf, type LoadReport } from '../dialects/dialect.ts';
import type { AgentDocument } from '../model/document.ts';
import { resolveAlias } from '../model/yaml.ts';
import { toRange } from './range.ts';

export function documentColors(document: AgentDocument, load: LoadReport): ColorInformation[] {
  const entry = entryOf(load.reading, 'color');
  const value = resolveAlias(entry?.value ?? null);
  if (!entry || value?.kind !== 'scalar') return [];
  const known = COLORS.find((color) => color.value === value.value);
  return known ? [{ range: toRange(document, entry.valueSpan), color: toColor(known.hex) }] : [];
}

/** The runtime knows eight names only, so a picked colour becomes the nearest of them, then the others. */
export function colorPresentations(picked: Color, range: Range): ColorPresentation[] {
  const byDistance = COLORS.map(({ value, hex }) => ({ value, distance: distance(toColor(hex), picked) }));
  byDistance.sort((a, b) => a.distance - b.distance);
  return byDistance.map(({ value }) => ({ label: value, textEdit: { range, newText: value } }));
}

function toColor(hex: string): Color {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: channel(1), green: channel(3), blue: channel(5), alpha: 1 };
}

function distance(a: Color, b: Color): number {
  return (a.red - b.red) ** 2 + (a.green - b.green) ** 2 + (a.blue - b.blue) ** 2;
}
