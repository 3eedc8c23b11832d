// The words people read: American spelling, the words of VS Code and YAML, and no turns of phrase that nobody would say.
import type { Source } from './sources.ts';

/** What must not be said, and what to say instead. */
export const NOT_SAID: readonly (readonly [RegExp, string])[] = [
  [/\bcolours?\b/i, 'color'],
  [/\bbehaviours?\b/i, 'behavior'],
  [/\bmisspelt\b|\bspelt\b/i, 'misspelled, spelled'],
  [/\b(?:recogni|organi|tokeni|normali|summari)s(?:e|es|ed|ing)\b/i, 'the spelling with z'],
  [/\b(?:is|are|was) none of\b/i, 'does not have'],
  [/\bis no (?!(?:longer|more|less)\b)[a-z]/i, 'is not a'],
  [/\bleads? nowhere\b/i, 'does not exist'],
  [/\bof (?:its|their) own\b(?! [a-z])/i, 'its own'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix, repair'],
  [/\bline ends\b/i, 'line endings'],
  [/\ba text\b/i, 'a string'],
  [/\bblanks?\b(?! (?:lines?|files?))/i, 'space'],
  [/\bso that\b/i, 'so, or two sentences'],
  [/\bthere (?:is|are) no\b[^.]*\bthat\b/i, 'the subject first'],
];

/** Names of rules and what stands in backticks are names. */
const CODE = /`[^`\n]*`|\b(?:contract|frontmatter|structure|workspace)\/[a-z-]+/g;

/** `where: what → instead` for each of the phrases in it. */
export function notSaidIn(where: string, whole: string): string[] {
  const text = whole.replace(CODE, '');
  return NOT_SAID.flatMap(([pattern, instead]) => {
    const found = pattern.exec(text);
    if (!found) return [];
    const around = text.slice(Math.max(0, found.index - 40), found.index + found[0].length + 20).replaceAll('\n', ' ');
    return [`${where}: “${around}” (${instead})`];
  });
}

const STRING = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\\n]|\\.)*)`/g;

/** The strings of a source that look like sentences; comments and names are not for readers. */
export function sentencesIn({ text }: Source): string[] {
  const code = text.replace(/^[ \t]*(?:\/\/|\*|\/\*\*?).*$/gm, '');
  return Array.from(code.matchAll(STRING), (found) => found[1] ?? found[2] ?? found[3] ?? '').filter((string) =>
    /[A-Za-z’]+ [a-z’`{$]+/.test(string),
  );
}
