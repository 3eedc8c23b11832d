// What a scalar stands for: serde_yaml's rules, which are those of YAML 1.2 with a few of its own.
import type { ScalarStyle, YamlScalar } from '../../../model/yaml.ts';
import { booleanOf, DECIMAL, NULL_WORDS, specialNumber, startsLikeNumber } from '../yamlCore.ts';

type Value = YamlScalar['value'];

/** `007` is a string: digits after a leading zero are no number. */
const LEADING_ZERO = /^[-+]?0\d+$/;
const RADIX = /^([-+]?)(0x[\da-fA-F]{1,32}|0o[0-7]{1,43}|0b[01]{1,128})$/;
const CORE = 'tag:yaml.org,2002:';

/**
 * Undefined where the value does not fit its tag. `tag` is the whole tag; one that starts with `!` says nothing about the
 * value, and any other than YAML's own makes it a string.
 */
export function scalarValue(text: string, style: ScalarStyle, tag: string | undefined): Value | undefined {
  switch (tag) {
    case `${CORE}null`:
      return NULL_WORDS.has(text) && text !== '' ? null : undefined;
    case `${CORE}bool`:
      return booleanOf(text);
    case `${CORE}int`:
      return integerOf(text);
    case `${CORE}float`:
      return floatOf(text);
    case undefined:
      break;
    default:
      if (!tag.startsWith('!')) return text;
  }
  if (style !== 'plain') return text;
  return NULL_WORDS.has(text) ? null : (booleanOf(text) ?? integerOf(text) ?? numberOf(text) ?? text);
}

function integerOf(text: string): number | bigint | undefined {
  if (!startsLikeNumber(text) || LEADING_ZERO.test(text)) return undefined;
  const radix = RADIX.exec(text);
  if (radix?.[2] !== undefined) return exact(BigInt(radix[2]) * (radix[1] === '-' ? -1n : 1n));
  return /^[-+]?\d{1,40}$/.test(text) ? exact(BigInt(text.replace('+', ''))) : undefined;
}

/** A number where it holds the value exactly. */
function exact(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function numberOf(text: string): number | undefined {
  return LEADING_ZERO.test(text) ? undefined : floatOf(text);
}

function floatOf(text: string): number | undefined {
  if (!startsLikeNumber(text)) return undefined;
  const special = specialNumber(text);
  if (special !== undefined || !DECIMAL.test(text)) return special;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}
