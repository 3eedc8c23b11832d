// The standalone page wears the same clothes as the panel.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderCardStyle } from '../../server/src/card/styleModule.ts';

const root = join(import.meta.dirname, '../..');
const css = readFileSync(join(root, 'client/src/preview/webview/card.css'), 'utf8');

test('the generated module is fresh; npm run generate makes it so', () => {
  expect(readFileSync(join(root, 'server/src/card/generated/style.ts'), 'utf8')).toBe(renderCardStyle(css));
});

test('colors come from the theme: fixed ones are only there as a fallback', () => {
  expect(css.replaceAll(/var\((?:[^()]|\([^()]*\))*\)/g, '')).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(/i);
});
