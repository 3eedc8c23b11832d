// The card shows the text of strangers: nothing of it may run, load or look like a part of the card.
import assert from 'node:assert/strict';
import { agent, draft, openCard } from './agents.ts';
import { openMarked, page, webview } from './helpers.ts';

const card = webview();
/** What would change the title of the card's document if it ran. */
const evil = 'document.title=&quot;ran&quot;';
const hostile = [
  '<script>document.title="ran"</script>',
  `<img src="nowhere" onerror="${evil}">`,
  `<svg onload="${evil}"></svg>`,
  '[click](javascript:document.title="ran")',
  '![picture](https://example.com/picture.png)',
  '<style>body{display:none}</style>',
  '<iframe srcdoc="x"></iframe>',
  '</main></article><h1>Taken over</h1>',
].join('\n\n');

/** Opens the card of a text and answers its page. */
async function cardOf(text: string): Promise<string> {
  await openMarked(draft(), text);
  await openCard();
  return card.html();
}

describe('hostile text', () => {
  it('in the prompt is shown as it is written', async () => {
    await cardOf(agent('model: opus█', hostile));

    const prompt = (await card.text('.prompt')) ?? '';

    assert.ok(prompt.includes('<script>document.title="ran"</script>'), prompt);
    assert.ok(prompt.includes('<img src="nowhere" onerror='), prompt);
    assert.ok(prompt.includes('</main></article><h1>Taken over</h1>'), prompt);
  });

  it('in the prompt makes no element of its own', async () => {
    await cardOf(agent('model: opus█', hostile));

    assert.deepEqual(await card.texts('#card script, #card img, #card svg, #card style, #card iframe'), []);
    assert.deepEqual(await card.texts('h1:has-text("Taken over")'), []);
    assert.equal(await card.attribute('#card a[href^="javascript"]', 'href'), null);
  });

  it('in the front matter is shown as it is written', async () => {
    const name = '<b>bold</b>';
    await cardOf(
      `---\nname: "${name}"\ndescription: '<img src=x onerror=alert(1)>'\ntools: "<i>Read</i>"█\n---\n\nDo it.\n`,
    );

    assert.equal(await card.text('h1'), name);
    assert.ok((await card.text('.description'))?.includes('<img src=x onerror=alert(1)>'));
    assert.deepEqual(await card.texts('#card b, #card i, #card img'), []);
  });

  it('does not run', async () => {
    await cardOf(agent('model: opus█', hostile));
    const before = await card.html();

    await cardOf(agent('model: opus█', `${hostile}\n\nMore.`));

    assert.match(before, /<title>Agent Card<\/title>/);
    assert.match(await card.html(), /<title>Agent Card<\/title>/);
  });

  it('and ordinary text cause no message of the content security policy', async () => {
    const before = (await page.messages()).length;
    await cardOf(agent('model: opus█', hostile));
    await cardOf(
      agent('model: opus\ncolor: cyan█', '# Title\n\n```js\nlet a;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'),
    );

    const said = (await page.messages()).slice(before).map(({ text }) => text);

    assert.deepEqual(
      said.filter((text) => /content security policy|refused to/i.test(text)),
      [],
    );
  });
});

describe('the page of the card', () => {
  it('may load nothing but its own style and script', async () => {
    const html = await cardOf(agent('model: opus█'));

    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'nonce-[\w-]+'/);
    assert.doesNotMatch(policy, /unsafe/);
  });

  it('has no style of its own in its elements', async () => {
    const html = await cardOf(agent('model: opus\ncolor: cyan█'));

    assert.doesNotMatch(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? 'no card', /\sstyle=|no card/);
  });
});
