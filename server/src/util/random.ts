// Whether a text looks drawn at random, as keys are, or written by hand, as samples of keys are.

/** Words of samples. None of them comes up by chance: four letters in a row do once in some ten thousand keys. */
const SAMPLE_WORDS =
  /example|sample|dummy|placeholder|redact|your|insert|changeme|replace|secret|token|test|demo|mock|fake|todo|here|qwerty|asdf|deadbeef|foobar|abcd|1234|0000|xxxx/i;
const REPEATED = /(.)\1{3}/;
/** Random characters follow one another in the alphabet once in some thirty places. */
const MOST_STEPS = 0.25;

export function looksRandom(text: string): boolean {
  if (SAMPLE_WORDS.test(text) || REPEATED.test(text)) return false;
  if (new Set(text).size < Math.min(10, text.length / 2)) return false;
  return steps(text, 1) <= MOST_STEPS && steps(text, 2) <= MOST_STEPS;
}

/** How many of the characters are the next ones after those so many places before: all of them in `a1b2c3`. */
function steps(text: string, distance: number): number {
  let found = 0;
  for (let at = distance; at < text.length; at++) {
    if (text.charCodeAt(at) - text.charCodeAt(at - distance) === 1) found++;
  }
  return found / Math.max(1, text.length - distance);
}
