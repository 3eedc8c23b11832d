// Credentials in a text, found by their form. Samples and placeholders are none: a key looks drawn at random.
import { decodeBase64Url } from '../util/base64.ts';
import { looksRandom } from '../util/random.ts';
import type { Span } from '../util/text.ts';

export interface Secret {
  /** With its article: `a GitHub token`. */
  readonly kind: string;
  readonly span: Span;
  /** How it begins: enough to find it, too little to use it. */
  readonly start: string;
}

interface Form {
  readonly kind: string;
  /** Each text with such a secret has one of them. */
  readonly signs: readonly string[];
  /** Groups: what all secrets of the kind begin with, and the rest. Bounded, so that no text makes it slow. */
  readonly pattern: RegExp;
  isReal(rest: string): boolean;
}

const FORMS: readonly Form[] = [
  {
    kind: 'an AWS access key id',
    signs: ['AKIA', 'ASIA'],
    pattern: /(?<![A-Za-z0-9_])(AKIA|ASIA)([A-Z2-7]{16})(?![A-Za-z0-9_])/g,
    isReal: looksRandom,
  },
  {
    kind: 'a GitHub token',
    signs: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    pattern: /(?<!\w)(gh[pousr]_|github_pat_)(\w{36,255})(?!\w)/g,
    isReal: isMixed,
  },
  {
    kind: 'a GitLab token',
    signs: ['glpat-'],
    pattern: /(?<![\w-])(glpat-)([\w-]{20,300})(?![\w-])/g,
    isReal: isMixed,
  },
  {
    kind: 'a Slack token',
    signs: ['xox'],
    pattern: /(?<![\w-])(xox[abeoprs]-)(?:[0-9]{1,14}-){1,3}([A-Za-z0-9]{16,150})(?![\w-])/g,
    isReal: isMixed,
  },
  {
    kind: 'an Anthropic API key',
    signs: ['sk-ant-'],
    pattern: /(?<![\w-])(sk-ant-[a-z]{3,8}[0-9]{2}-)([\w-]{60,250})(?![\w-])/g,
    isReal: isMixed,
  },
  {
    kind: 'an OpenAI API key',
    signs: ['T3BlbkFJ'],
    pattern: /(?<![\w-])(sk-(?:proj-|svcacct-|admin-)?)([\w-]{16,150}T3BlbkFJ[\w-]{16,150})(?![\w-])/g,
    isReal: isMixed,
  },
  {
    kind: 'an API key',
    signs: ['sk-'],
    pattern: /(?<![\w-])(sk-(?:or-v1-)?)([A-Za-z0-9]{32,64})(?![\w-])/g,
    isReal: isMixed,
  },
  {
    kind: 'a Google API key',
    signs: ['AIza'],
    pattern: /(?<![\w-])(AIza)([\w-]{35})(?![\w-])/g,
    isReal: isMixed,
  },
  {
    kind: 'a Stripe key',
    signs: ['_live_'],
    pattern: /(?<!\w)([sr]k_live_)([A-Za-z0-9]{20,250})(?!\w)/g,
    isReal: isMixed,
  },
  {
    kind: 'an npm token',
    signs: ['npm_'],
    pattern: /(?<!\w)(npm_)([A-Za-z0-9]{36})(?!\w)/g,
    isReal: isMixed,
  },
  {
    kind: 'a JSON web token',
    signs: ['eyJ'],
    pattern: /(?<![\w-])(eyJ)([\w-]{10,2000}\.eyJ[\w-]{10,5000}\.[\w-]{20,1000})(?![\w-])/g,
    isReal: isWebToken,
  },
  {
    kind: 'a private key',
    signs: ['PRIVATE KEY'],
    pattern:
      /(-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----)((?:\s{1,4}[A-Z][A-Za-z-]{2,20}: [^\r\n]{0,200}){0,4}[^-]{60,20000})-----END (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----/g,
    isReal: isKeyText,
  },
];

/** In order, none inside another. Linear in the text. */
export function findSecrets(text: string): Secret[] {
  const found = FORMS.flatMap((form) => (form.signs.some((sign) => text.includes(sign)) ? findForm(text, form) : []));
  found.push(...findPasswords(text));
  const ordered = found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let coveredTo = 0;
  return ordered.filter(({ span }) => {
    const isFirst = span.start >= coveredTo;
    if (isFirst) coveredTo = span.end;
    return isFirst;
  });
}

const SHOWN_OF_REST = 2;

function findForm(text: string, { kind, pattern, isReal }: Form): Secret[] {
  const found: Secret[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, mark = '', rest = ''] = match;
    if (!isReal(rest)) continue;
    const start = kind === 'a private key' ? mark : `${mark}${rest.slice(0, SHOWN_OF_REST)}`;
    found.push({ kind, span: { start: match.index, end: match.index + whole.length }, start });
  }
  return found;
}

/** Long random texts have digits and letters. */
function isMixed(rest: string): boolean {
  return /[0-9]/.test(rest) && /[A-Za-z]/.test(rest) && looksRandom(rest);
}

const SIGNED = /"alg"\s{0,9}:\s{0,9}"(?:[A-Z]{2}[0-9]{3}|EdDSA)"/;

/** Its header says how it is signed. The token of Supabase for anybody is public, and so are the samples of jwt.io. */
function isWebToken(rest: string): boolean {
  const [head = '', claims = '', signature = ''] = `eyJ${rest}`.split('.');
  const header = decodeBase64Url(head);
  const payload = decodeBase64Url(claims);
  if (!header || !payload || !header.startsWith('{') || !SIGNED.test(header)) return false;
  return !/"role"\s*:\s*"anon"|"1234567890"|John Doe|example/i.test(payload) && isMixed(signature);
}

/** The first line of many keys repeats letters, so only their variety counts. */
function isKeyText(rest: string): boolean {
  const lines = rest.replace(/^[A-Z][A-Za-z-]{2,20}: [^\r\n]{0,200}$/gm, '');
  const letters = lines.replace(/\\[nr]|[\s>"'+|]/g, '');
  return /^[A-Za-z0-9+/=]{60,}$/.test(letters) && new Set(letters).size >= 20;
}

/** `scheme://user:password@host`. What could open or close a placeholder is no part of it. */
const PASSWORD =
  /:\/\/(?<=(?<![\w+.-])([A-Za-z][A-Za-z0-9+.-]{1,20}):\/\/)([^\s:@/?#'"`<>()[\]{}]{0,100}):([^\s@/'"`<>()[\]{}|]{8,200})@([A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,9})/g;
/** The passwords and parts of them that people write in samples. */
const SAMPLE_PASSWORDS =
  /p[a4@][s5$]{2}|pwd|s[e3]cr|secur|str[o0]ng|admin|root|user|guest|login|change|postgres|mysql|mongo|redis|rabbit|local|docker|letmein|hunter2|token|key|^\$|%s|\.\.\.|…|\*\*|123$/i;
/** Hosts that are not found from elsewhere, and those that are reserved for samples. */
const SAMPLE_HOSTS =
  /^[^.]*$|^127\.|^0\.0\.0\.0$|\.(?:example|test|invalid|localhost|local|internal)$|(?:^|\.)(?:example\.(?:com|org|net|io)|host(?:name)?\.[a-z]+|(?:my-?|your-?)?(?:company|domain|server|db|app|project)\.(?:com|org|net|io))$/i;

const LONGEST_USER = 40;

function findPasswords(text: string): Secret[] {
  const found: Secret[] = [];
  if (!text.includes('://')) return found;
  for (const match of text.matchAll(PASSWORD)) {
    const [whole, scheme = '', user = '', password = '', host = ''] = match;
    if (!isPassword(password, user) || SAMPLE_HOSTS.test(host)) continue;
    const from = match.index + whole.length - host.length - 1 - password.length;
    const start = `${scheme}://${user.slice(0, LONGEST_USER)}:`;
    found.push({ kind: 'a password in a URL', span: { start: from, end: from + password.length }, start });
  }
  return found;
}

/** Two kinds of characters at least: what has one is a word more often than a password. */
function isPassword(password: string, user: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  return kinds >= 2 && password !== user && !SAMPLE_PASSWORDS.test(password) && looksRandom(password);
}
