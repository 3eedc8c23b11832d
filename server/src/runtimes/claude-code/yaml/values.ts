// What a plain scalar stands for: a string, number, boolean, or null. Measured value by value on 2.1.329.
import type { YamlScalar } from '../../../model/yaml.ts';
import { booleanOf, DECIMAL, NULL_WORDS, specialNumber, startsLikeNumber } from '../../shared/yamlCore.ts';

type Value = YamlScalar['value'];

const RADIX = /^([-+]?)0(?:x([\da-fA-F]+)|o([0-7]+))$/;
const MAX_RADIX = 2n ** 64n - 1n;

/** A tag narrows what a plain scalar can be; a tag that is not one of YAML's own makes it a string. */
export function plainScalarValue(text: string, tag: string | undefined): Value {
  switch (tag === undefined ? '' : tagName(tag)) {
    case '':
      return booleanOf(text) ?? numberOf(text) ?? textOrNull(text);
    case 'null':
      return textOrNull(text);
    case 'bool':
      return booleanOf(text) ?? text;
    case 'int':
    case 'float':
      return numberOf(text) ?? text;
    default:
      return text;
  }
}

/** No value: null, or an empty string after `!!str` or `!`. */
export function emptyValue(tag: string | undefined): Value {
  return tag === '!' || (tag !== undefined && tagName(tag) === 'str') ? '' : null;
}

/** Measured: `!int` works like `!!int`; a bare `!` makes a string, like any unknown tag. */
function tagName(tag: string): string {
  return tag.replace(/^!!?/, '') || '!';
}

function textOrNull(text: string): string | null {
  return NULL_WORDS.has(text) ? null : text;
}

function numberOf(text: string): number | undefined {
  if (!startsLikeNumber(text)) return undefined;
  if (DECIMAL.test(text)) return Number(text);
  const special = specialNumber(text);
  if (special !== undefined) return special;
  const radix = RADIX.exec(text);
  if (!radix) return undefined;
  const digits = radix[2] === undefined ? `0o${radix[3]}` : `0x${radix[2]}`;
  if (digits.length > 40 || BigInt(digits) > MAX_RADIX) return undefined;
  return radix[1] === '-' ? -Number(digits) : Number(digits);
}
