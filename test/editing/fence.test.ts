// The closing fence that the editor writes: when it does, and when the writer's own takes its place.
import { describe, expect, test } from 'vitest';
import { fenceBelowOwn, hasOnlyOpeningFence, isFenceOpen, spanOfFence } from '../../server/src/model/fenceTyping.ts';

describe('a file has only its opening fence', () => {
  test.each(['---\n', '---\r\n', '\uFEFF---\n', '--- \n', '---\n  '])('%j', (text) => {
    expect(hasOnlyOpeningFence(text)).toBe(true);
    expect(isFenceOpen(text)).toBe(true);
  });

  test.each(['', '---', '----\n', '---\n---', '---\nname: x', '---\n\nText.\n', ' ---\n'])('not %j', (text) => {
    expect(hasOnlyOpeningFence(text)).toBe(false);
  });
});

describe('a fence goes when the writer has typed one right above', () => {
  const at = (marked: string): [string, number] => [marked.replace('█', ''), marked.indexOf('█')];

  test.each([
    ['---\nname: x\n---█\n---', '\n---'],
    ['---\r\nname: x\r\n---█\r\n---', '\r\n---'],
    ['---\nname: x\n---\n\n█\n---', '\n---'],
    ['---\n---█\n---', '\n---'],
  ])('%j', (marked, gone) => {
    const [text, offset] = at(marked);
    const span = fenceBelowOwn(text, offset);
    expect(span && text.slice(span.start, span.end)).toBe(gone);
  });

  test.each([
    ['where it is the one that closes', '---\nname: x█\n---'],
    ['where text stands between', '---\nname: x\n---\nYou write.█\n---'],
    ['where the other one is part of a line', '---\nname: a --- b█\n---'],
    ['where it is gone', '---\nname: x\n---█'],
    ['where it has become something else', '---\nname: x\n---█\n----'],
  ])('not %s', (_, marked) => {
    const [text, offset] = at(marked);
    expect(fenceBelowOwn(text, offset)).toBeNull();
  });

  test('it is found by where its line break stands', () => {
    expect(spanOfFence('a\n---\nb', 1)).toEqual({ start: 1, end: 5 });
    expect(spanOfFence('a\n--- b', 1)).toBeNull();
    expect(spanOfFence('a\n---', 0)).toBeNull();
  });
});
