// Inline code spans blanked out of a text, so that patterns over running text do not see code.

/** The same text with every inline code span blanked out: offsets stay as they are. Linear in the text. */
export function maskInlineCode(source: string): string {
  if (!source.includes('`')) return source;
  const runs = [...source.matchAll(/`+/g)].map((run) => ({ start: run.index, length: run[0].length }));
  const nextOfLength = linkSameLengths(runs);
  let masked = '';
  let copied = 0;
  for (let opening = 0; opening < runs.length; opening++) {
    const closing = nextOfLength[opening];
    const start = runs[opening]?.start;
    const end = closing === undefined ? undefined : runs[closing];
    if (closing === undefined || start === undefined || !end) continue;
    masked += source.slice(copied, start);
    copied = end.start + end.length;
    masked += blank(source.slice(start, copied));
    opening = closing;
  }
  return masked + source.slice(copied);
}

/** Blanks in place of everything but line ends; nearly all code is within one line, which needs no search. */
function blank(code: string): string {
  return /[\r\n]/.test(code) ? code.replace(/[^\r\n]/g, ' ') : ' '.repeat(code.length);
}

/** For every run of backticks the index of the next one of the same length, which closes it. */
function linkSameLengths(runs: readonly { readonly length: number }[]): (number | undefined)[] {
  const next = new Array<number | undefined>(runs.length);
  const lastOfLength = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = runs[index]?.length ?? 0;
    next[index] = lastOfLength.get(length);
    lastOfLength.set(length, index);
  }
  return next;
}
