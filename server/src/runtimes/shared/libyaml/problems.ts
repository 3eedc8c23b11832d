// What makes a YAML text unreadable: in the words of libyaml and serde_yaml, for those who search for them, and in plain ones.

/** `problem` is how libyaml and serde_yaml say it; `plain` follows "Cannot read the front matter: ". */
export const PROBLEMS = {
  'nested-mapping': {
    problem: 'mapping values are not allowed in this context',
    plain: 'a second `: ` in one value. Put the value in quotes',
  },
  'key-here': {
    problem: 'mapping keys are not allowed in this context',
    plain: 'a key cannot start here',
  },
  'list-item-here': {
    problem: 'block sequence entries are not allowed in this context',
    plain: 'a list item cannot start here. Put it on its own line, or write the list in brackets',
  },
  'missing-colon': {
    problem: "could not find expected ':'",
    plain: 'this line is neither `key: value` nor indented to continue the value above',
  },
  'reserved-character': {
    problem: 'found character that cannot start any token',
    plain: 'a value cannot start with this character. Put the value in quotes',
  },
  'tab-before-token': {
    problem: 'found character that cannot start any token',
    plain: 'a tab cannot indent. Use spaces',
  },
  'tab-in-plain': {
    problem: 'found a tab character that violates indentation',
    plain: 'a tab cannot indent. Use spaces',
  },
  'tab-in-block': {
    problem: 'found a tab character where an indentation space is expected',
    plain: 'a tab cannot indent. Use spaces',
  },
  'expected-key': {
    problem: 'did not find expected key',
    plain: 'a key was expected here. The value before it has ended, or this line is indented unlike its neighbors',
  },
  'expected-item': {
    problem: "did not find expected '-' indicator",
    plain: 'a list item (`- `) was expected here',
  },
  'expected-node': {
    problem: 'did not find expected node content',
    plain: 'a value was expected here',
  },
  'expected-list-end': {
    problem: "did not find expected ',' or ']'",
    plain: 'a comma or a closing `]` is missing before this',
  },
  'expected-map-end': {
    problem: "did not find expected ',' or '}'",
    plain: 'a comma or a closing `}` is missing before this',
  },
  'flow-colon': {
    problem: "found unexpected ':'",
    plain: 'a colon between brackets needs a space after it, or quotes around its value',
  },
  'unclosed-quote': {
    problem: 'found unexpected end of stream',
    plain: 'this quote is never closed',
  },
  'document-in-quotes': {
    problem: 'found unexpected document indicator',
    plain: 'a line of `---` or `...` cannot stand inside quotes',
  },
  'bad-escape': {
    problem: 'found unknown escape character',
    plain: 'double quotes do not know this escape. Write `\\\\` for a backslash, or use single quotes',
  },
  'bad-hex-escape': {
    problem: 'did not find expected hexdecimal number',
    plain: 'this escape needs more hexadecimal digits',
  },
  'bad-code-point': {
    problem: 'found invalid Unicode character escape code',
    plain: 'this escape stands for no character',
  },
  'bad-block-header': {
    problem: 'did not find expected comment or line break',
    plain: 'text cannot follow `|` or `>` on the same line',
  },
  'zero-indentation': {
    problem: 'found an indentation indicator equal to 0',
    plain: 'the indentation after `|` or `>` cannot be 0',
  },
  'bad-anchor': {
    problem: 'did not find expected alphabetic or numeric character',
    plain:
      'an anchor (`&`) or alias (`*`) needs a name of letters and digits. Put a value that starts with one in quotes',
  },
  'unknown-anchor': {
    problem: 'unknown anchor',
    plain: 'a value that starts with `*` refers to an anchor, and none has this name. Put the value in quotes',
  },
  'bad-tag': { problem: 'did not find expected tag URI', plain: 'this tag (`!`) cannot be read' },
  'unclosed-tag': { problem: "did not find the expected '>'", plain: 'this tag (`!<`) is never closed' },
  'text-after-tag': {
    problem: 'did not find expected whitespace or line break',
    plain: 'a tag (`!`) needs a space after it',
  },
  'bad-tag-escape': {
    problem: 'did not find URI escaped octet',
    plain: 'this tag (`!`) has an escape that cannot be read',
  },
  'unknown-tag-handle': {
    problem: 'found undefined tag handle',
    plain: 'no `%TAG` line defines the start of this tag',
  },
  'tag-mismatch': { problem: 'invalid value', plain: 'the value does not fit its tag (`!`)' },
  'bad-directive': { problem: 'found unknown directive name', plain: 'a line cannot start with `%`. Put it in quotes' },
  'expected-document': {
    problem: 'did not find expected <document start>',
    plain: 'this text stands outside of all keys',
  },
  'several-documents': {
    problem: 'deserializing from YAML containing more than one document is not supported',
    plain: 'a second YAML document starts here',
  },
  'text-after-document': {
    problem: 'deserializing from YAML containing more than one document is not supported',
    plain: 'the YAML ends before this. Start all keys in the same column',
  },
  'duplicate-key': { problem: 'duplicate entry', plain: 'this key is written twice' },
  'control-character': {
    problem: 'control characters are not allowed',
    plain: 'a control character. Delete it',
  },
  'too-deep': { problem: 'recursion limit exceeded', plain: 'the values are nested too deeply' },
  'too-many-aliases': { problem: 'repetition limit exceeded', plain: 'the aliases (`*`) stand for too much' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** What the reader was doing when it met the problem. */
export type Context =
  | 'while scanning for the next token'
  | 'while scanning a simple key'
  | 'while scanning a plain scalar'
  | 'while scanning a quoted scalar'
  | 'while parsing a quoted scalar'
  | 'while scanning a block scalar'
  | 'while scanning an anchor'
  | 'while scanning an alias'
  | 'while scanning a tag'
  | 'while parsing a tag'
  | 'while scanning a directive'
  | 'while parsing a block mapping'
  | 'while parsing a block collection'
  | 'while parsing a block node'
  | 'while parsing a flow node'
  | 'while parsing a flow sequence'
  | 'while parsing a flow mapping'
  | 'while parsing a node';
