// structure/secret and structure/hidden-character beyond their examples. No secret stands here as one piece: hosting
// sites refuse files with such texts.
import { describe, expect, test } from 'vitest';
import { allFindings, findings, marks } from '../harness/checkRule.ts';

/** As random as a key, and always the same. */
function random(length: number, alphabet: string): string {
  let state = 20261120;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return alphabet.charAt(Math.floor((state / 2 ** 32) * alphabet.length));
  }).join('');
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const WORD = `${UPPER}${UPPER.toLowerCase()}0123456789`;
const BASE32 = `${UPPER}234567`;

function base64Url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function webToken(header: object, payload: object): string {
  return `${base64Url(JSON.stringify(header))}.${base64Url(JSON.stringify(payload))}.${random(43, WORD)}`;
}

function pem(kind: string, body: string): string {
  return `-----BEGIN ${kind}-----${body}-----END ${kind}-----`;
}

const HS256 = { alg: 'HS256', typ: 'JWT' };
const KEY_LINES = `\n${random(64, WORD)}\n${random(64, WORD)}\n${random(20, WORD)}==\n`;

describe('structure/secret reports', () => {
  test.each([
    ['an AWS access key id', ['AK', 'IA', random(16, BASE32)]],
    ['an AWS access key id', ['AS', 'IA', random(16, BASE32)]],
    ['a GitHub token', ['gh', 'p_', random(36, WORD)]],
    ['a GitHub token', ['gh', 's_', random(36, WORD)]],
    ['a GitHub token', ['github', '_pat_', random(22, WORD), '_', random(59, WORD)]],
    ['a GitLab token', ['gl', 'pat-', random(20, WORD)]],
    ['a Slack token', ['xo', 'xb-', '48213790561-', '73019284650-', random(24, WORD)]],
    ['an Anthropic API key', ['sk-', 'ant-', 'api03-', random(93, `${WORD}-_`), 'AA']],
    ['an OpenAI API key', ['sk-', 'proj-', random(70, WORD), 'T3Blbk', 'FJ', random(70, WORD)]],
    ['an OpenAI API key', ['sk-', random(20, WORD), 'T3Blbk', 'FJ', random(20, WORD)]],
    ['an API key', ['sk-', random(32, '0123456789abcdef')]],
    ['a Google API key', ['AI', 'za', random(35, WORD)]],
    ['a Stripe key', ['sk', '_live_', random(24, WORD)]],
    ['an npm token', ['npm', '_', random(36, WORD)]],
    ['a JSON web token', [webToken(HS256, { sub: '48213', scope: 'admin' })]],
    ['a private key', [pem('RSA PRIVATE KEY', KEY_LINES)]],
    ['a private key', [pem('EC PRIVATE KEY', `\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0A1B\n${KEY_LINES}`)]],
    ['a private key', [pem('PRIVATE KEY', KEY_LINES.replaceAll('\n', '\\n'))]],
    ['a private key', [pem('PGP PRIVATE KEY BLOCK', KEY_LINES.replaceAll('\n', '\r\n'))]],
  ])('%s', (kind, parts) => {
    const secret = parts.join('');
    const text = `Call it with:\n\n\`\`\`\nTOKEN="${secret}"\n\`\`\`\n`;
    expect(marks('structure/secret', text)).toEqual([secret]);
    const [finding] = findings('structure/secret', text);
    expect(finding?.values.kind).toBe(kind);
    expect(finding?.problem.message).not.toContain(secret);
  });

  test('a password, and nothing of it in the message', () => {
    const password = random(14, WORD);
    const text = `Use mongodb+srv://shop:${password}@cluster0.xolr95j.mongodb.net/shop.\r\n`;
    expect(marks('structure/secret', text)).toEqual([password]);
    expect(findings('structure/secret', text)[0]?.values.start).toBe('mongodb+srv://shop:');
  });

  test('one in the description as sent, one in another field as committed', () => {
    const token = ['gh', 'p_', random(36, WORD)].join('');
    const head = `---\nname: reviewer\ndescription: Reviews code with ${token}\n`;
    expect(findings('structure/secret', `${head}---\nReview.\n`)[0]?.id).toBe('prompt');
    const field = `---\nname: reviewer\ndescription: Reviews code\nlicense: ${token}\n---\nReview.\n`;
    expect(findings('structure/secret', field)[0]?.id).toBe('field');
  });
});

describe('structure/secret leaves alone', () => {
  test.each([
    'AKIAIOSFODNN7EXAMPLE',
    'AKIAXXXXXXXXXXXXXXXX',
    'AKIA1234567890ABCDEF',
    'ASIATESTACCESSKEY123',
    'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
    'ghp_1234567890abcdefghijklmnopqrstuvwxyz',
    'ghp_your-actual-github-token',
    'ghp_<token>',
    `ghp_${'aB3'.repeat(12)}`,
    'sk-abc123def456ghi789jkl012mno345pqr678stu901',
    `sk-proj-${'abcdefghijklmnop'.repeat(2)}`,
    'sk-ant-api03-...',
    'sk-a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
    'xoxb-your-token-here',
    'xoxb-123456789012-1234567890123-abcdefghijklmnopqrstuvwx',
    'AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
    'npm_${NPM_TOKEN}',
    'glpat-XXXXXXXXXXXXXXXXXXXX',
    webToken(HS256, { sub: '1234567890', name: 'John Doe' }),
    webToken(HS256, { iss: 'supabase', role: 'anon' }),
    webToken({ alg: 'none' }, { sub: '48213' }),
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIi....',
    `eyJ${random(30, WORD)}.eyJ${random(30, WORD)}.${random(43, WORD)}`,
    pem('RSA PRIVATE KEY', '\n...\n'),
    pem('RSA PRIVATE KEY', '\nMIIEpAIBAAKCAQEA0... (your key)\n'),
    pem('PRIVATE KEY', `\n${'x'.repeat(64)}\n`),
    '-----BEGIN RSA PRIVATE KEY-----',
    'postgresql://user:password@host.docker.internal:5432/db',
    'postgres://app:${POSTGRES_PASSWORD}@db.shop.dev:5432/app',
    'postgres://app:$DB_PASSWORD@db.shop.dev/app',
    'postgres://app:****@prod.shop.dev/app',
    'postgres://app:<password>@prod.shop.dev/app',
    'postgres://app:{{ password }}@prod.shop.dev/app',
    'postgres://app:supersecret1@prod.shop.dev/app',
    'mongodb://lakecombs:lakecombs@cluster0.ajqpk.mongodb.net',
    'redis://:q7Vt2mXz9LbR@redis:6379',
    'https://docs.shop.dev:8443/a@b',
    'git clone ssh://git@git.shop.dev:2222/x.git',
    '/task-force-of-many-agents-in-one-room-with-a-view',
  ])('%s', (text) => {
    expect(marks('structure/secret', `Write \`${text}\` there.\n\n${text}\n`)).toEqual([]);
  });
});

describe('structure/hidden-character', () => {
  test('counts a row as one, by kind', () => {
    const text = 'A\u200B\u200C\u202E\u202DB\u2060C\r\n';
    expect(marks('structure/hidden-character', text)).toEqual(['\u200B\u200C', '\u202E\u202D', '\u2060']);
  });

  test('names a few of many characters', () => {
    const [finding] = findings('structure/hidden-character', 'A\u200B\u2060\u2061\u2062\u2063B\n');
    expect(finding?.values.count).toBe(5);
    expect(String(finding?.values.names).match(/U\+/g)).toHaveLength(3);
  });

  test.each([
    ['a second byte order mark', '\uFEFF\uFEFFText\n', ['\uFEFF']],
    ['a joiner between Latin letters', 'co\u200Ddex\n', ['\u200D']],
    ['a joiner beside one emoji only', '😀\u200Dx\n', ['\u200D']],
    ['many joiners in Persian', 'می\u200C\u200C\u200C\u200Cخواهم\n', ['\u200C\u200C\u200C\u200C']],
    ['a mark of direction in a line of Latin letters', 'עברית\nLatin\u200F text\n', ['\u200F']],
    ['an override in Hebrew', 'עברית \u202Eabc\u202C\n', ['\u202E', '\u202C']],
    ['tags behind a flag that is none', `🏴${'\u{E0041}'.repeat(9)}\u{E007F}\n`, [`${'\u{E0041}'.repeat(9)}\u{E007F}`]],
    ['a selector that no Han letter has', 'a\u{E0101}b\n', ['\u{E0101}']],
    ['three selectors', '⚠\uFE0F\uFE0F\uFE0F\n', ['\uFE0F\uFE0F\uFE0F']],
    ['a blank of Braille among letters', 'a\u2800b\n', ['\u2800']],
    ['a filler of Hangul among Latin letters', 'a\u3164b\n', ['\u3164']],
    ['in code', '```\nls\u200B -l\n```\n', ['\u200B']],
    ['in a file without front matter', '\u200B---\nname: a\n---\n', ['\u200B']],
    ['an escape', 'red: \u001B[31m\n', ['\u001B']],
  ])('reports %s', (_, text, expected) => {
    expect(marks('structure/hidden-character', text)).toEqual(expected);
  });

  test.each([
    ['text styles of characters', '©\uFE0E ⚠\uFE0F\uFE0F 1\uFE0F\u20E3\n'],
    ['line breaks of all kinds', 'a\rb\r\nc\n\fd\te\n'],
    ['word breaks in Thai', 'ภาษา\u200Bไทย\n'],
    ['old letters of Hangul', 'ᄀ\u1160ᆨ\n'],
    ['a file in UTF-16', '\uFFFD\uFFFD-\0-\0-\0\n\0n\0a\0m\0e\0'],
  ])('leaves alone %s', (_, text) => {
    expect(marks('structure/hidden-character', text)).toEqual([]);
  });

  test('offers no fix that costs an agent its name', () => {
    const text = '---\nname: \u200B\ndescription: Reviews code\n---\nReview.\n';
    const [finding] = findings('structure/hidden-character', text);
    expect(finding?.problem.fixes).toEqual([]);
  });
});

test('a plain agent has none of them', () => {
  const text = '---\nname: example\ndescription: Reviews code – quickly… “well”\n---\n\nÜber 😀 ✅ → 完成。\n';
  expect(allFindings(text)).toEqual([]);
});
