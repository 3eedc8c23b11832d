// Draws a card model as an HTML fragment. All text from the file is escaped, and only a few known elements are used.
import { type LinkDefinitions, readDefinitions } from '../model/render.ts';
import { escapeHtml, escapeWithCode } from './escape.ts';
import { markdownToHtml } from './markdownHtml.ts';
import type { CardModel, CardPrompt, CardText, CardTools } from './model.ts';
import {
  button,
  changelogHtml,
  contractHtml,
  type DrawOptions,
  descriptionHtml,
  identityHtml,
  ignoredHtml,
  problemsHtml,
  section,
  settingsHtml,
  verdictHtml,
} from './parts.ts';

/** `interactive`: parts are buttons with their source position in `data-offset`, for a host that listens. */
export function cardHtml(card: CardModel, options: DrawOptions = { interactive: true }): string {
  const color = card.color?.known ? ` color-${escapeHtml(card.color.text)}` : '';
  return [
    `<article class="card${color}" aria-label="Agent ${escapeHtml(card.title)}">`,
    identityHtml(card, options),
    verdictHtml(card.verdict, options),
    problemsHtml(card, options),
    descriptionHtml(card, options),
    toolsHtml(card.tools, options),
    mainSessionHtml(card),
    settingsHtml(card, options),
    contractHtml(card, options),
    changelogHtml(card, options),
    ignoredHtml(card, options),
    promptHtml(card.prompt, options),
    '</article>',
  ].join('');
}

function toolsHtml(tools: CardTools, options: DrawOptions): string {
  const { granted, written, refused, offset } = tools;
  if (granted === 'unread') {
    return written
      ? section('Tools', 'tools', offset, `<p>As written: ${button(written, 'key', options)}</p>`, options)
      : '';
  }
  return section(
    'Tools',
    'tools',
    offset,
    grantedHtml(tools, granted, options) + refusedHtml(refused, options),
    options,
  );
}

function grantedHtml(
  { summary, notes }: CardTools,
  granted: 'inherit' | readonly CardText[],
  options: DrawOptions,
): string {
  const remarks = notes.map((note) => `<p class="quiet">${escapeWithCode(note)}</p>`).join('');
  if (granted === 'inherit') return `<p class="quiet">${escapeWithCode(summary)}</p>${remarks}`;
  if (granted.length === 0) return `<p class="quiet">None: the agent can only answer in text.</p>${remarks}`;
  const chips = granted.map((tool) => `<li>${button(tool, 'chip', options)}</li>`);
  return `<ul class="chips" aria-label="Tools it gets">${chips.join('')}</ul>${remarks}`;
}

function refusedHtml(refused: CardTools['refused'], options: DrawOptions): string {
  if (refused.length === 0) return '';
  const items = refused.map(
    (tool) => `<li><del>${button(tool, 'chip', options)}</del> <span>${escapeWithCode(tool.why)}</span></li>`,
  );
  return `<ul class="refused" aria-label="Tools it does not get">${items.join('')}</ul>`;
}

function mainSessionHtml({ mainSession }: CardModel): string {
  return mainSession === undefined
    ? ''
    : `<section class="main-session"><p class="quiet">${escapeWithCode(mainSession)}</p></section>`;
}

function promptHtml(prompt: CardPrompt, options: DrawOptions): string {
  if (prompt.blocks.length === 0) {
    return section(
      'Prompt',
      'prompt',
      prompt.offset,
      '<p class="quiet">Empty: the agent gets no instructions.</p>',
      options,
    );
  }
  const definitions = readDefinitions(prompt.definitions);
  const blocks = prompt.blocks.map((block) => blockHtml(block, definitions, options));
  const rest =
    prompt.omitted > 0
      ? `<p class="quiet">The prompt goes on for ${prompt.omitted.toLocaleString('en')} more characters.</p>`
      : '';
  return section('Prompt', 'prompt', prompt.offset, `<div class="markdown">${blocks.join('')}</div>${rest}`, options);
}

/** Double-clicking a block goes to its source; for the keyboard, each heading has a button. */
function blockHtml({ text, offset }: CardText, definitions: LinkDefinitions, options: DrawOptions): string {
  const heading = /^#{1,6}[ \t]+(.*)/.exec(text)?.[1];
  const go =
    options.interactive && heading !== undefined
      ? `<button type="button" class="go" data-offset="${offset}" aria-label="Go to source of ${escapeHtml(heading)}">Go to source</button>`
      : '';
  return `<div class="block" data-block="${offset}">${markdownToHtml(text, definitions, options)}${go}</div>`;
}
