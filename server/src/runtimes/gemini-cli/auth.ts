// How a remote agent of Gemini CLI signs in: four types, each with keys of its own.
import * as z from 'zod';

const shared = { agent_card_requires_auth: z.boolean().optional() };
const strings = z.array(z.string()).optional();
const url = z.url().optional();

const apiKey = z.object({
  ...shared,
  type: z.literal('apiKey'),
  key: z.string().min(1),
  name: z.string().optional(),
});

const secret = z.string().min(1).optional();
const http = z.object({
  ...shared,
  type: z.literal('http'),
  scheme: z.string().min(1),
  token: secret,
  username: secret,
  password: secret,
  value: secret,
});

const googleCredentials = z.object({ ...shared, type: z.literal('google-credentials'), scopes: strings });

const oauth = z.object({
  ...shared,
  type: z.literal('oauth'),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  scopes: strings,
  authorization_url: url,
  token_url: url,
});

/** What a scheme of type `http` needs, where `value` does not say it all. */
const NEEDED: Readonly<Record<string, readonly ('token' | 'username' | 'password')[]>> = {
  Bearer: ['token'],
  Basic: ['username', 'password'],
};

export const auth = z
  .discriminatedUnion('type', [apiKey, http, googleCredentials, oauth])
  .superRefine((value, context) => {
    if (value.type !== 'http' || value.value) return;
    const needed = NEEDED[value.scheme] ?? (['value'] as const);
    for (const key of needed) {
      if (!value[key]) context.addIssue({ code: 'custom', message: `${value.scheme} needs ${key}`, path: [key] });
    }
  });
