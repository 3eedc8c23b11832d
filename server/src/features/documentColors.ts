// The swatch next to `color:` and the eight colors in its picker.

import type { Color, ColorInformation, ColorPresentation, Range } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import { resolveAlias } from '../model/yaml.ts';
import { entryOf } from '../runtimes/entries.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import { indexed } from '../runtimes/registry.ts';
import { rgbOf } from '../util/color.ts';
import { toRange } from './range.ts';

export function documentColors(document: AgentDocument, load: IndexedReport): ColorInformation[] {
  const entry = entryOf(load.reading, 'color');
  const value = resolveAlias(entry?.value ?? null);
  if (!entry || value?.kind !== 'scalar') return [];
  const known = indexed.colors.all.find((color) => color.value === value.value);
  const rgb = known && rgbOf(known.hex);
  return rgb ? [{ range: toRange(document, entry.valueSpan), color: { ...rgb, alpha: 1 } }] : [];
}

/** The runtime knows only eight names, so a picked color becomes the nearest one, followed by the others. */
export function colorPresentations(picked: Color, range: Range): ColorPresentation[] {
  return indexed.colors.byDistance(picked).map((name) => ({ label: name, textEdit: { range, newText: name } }));
}
