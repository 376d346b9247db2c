// SPDX-License-Identifier: Apache-2.0
import { assigned, type SecretRule, token } from '../secret-rule.ts';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const critical = { severity: 'critical' } as const;

/** Chat. */
export const chatRules: readonly SecretRule[] = [
  token('slack-bot-token', 'Slack bot token', ['xoxb-', '[0-9]{9,14}-[0-9]{9,14}-[A-Za-z0-9]{20,40}']),
  token('slack-user-token', 'Slack user token', ['xoxp-', '[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[a-f0-9]{28,40}']),
  token('slack-app-token', 'Slack app token', ['xapp-', '[0-9]-[A-Z0-9]{8,14}-[0-9]{9,14}-[a-f0-9]{64}']),
  token('slack-configuration-token', 'Slack configuration token', [
    'xoxe',
    '(?:\\.xox[bp])?-[0-9]-[A-Za-z0-9]{100,200}',
  ]),
  token(
    'slack-webhook',
    'Slack webhook',
    ['hooks.slack.com/', '(?:services|workflows)/T[A-Z0-9]{8,12}/[AB][A-Z0-9]{8,12}/[A-Za-z0-9]{20,30}'],
    { severity: 'medium' },
  ),
  {
    form: 'context',
    id: 'discord-bot-token',
    title: 'Discord bot token',
    severity: 'high',
    confidence: 'medium',
    keywords: ['discord'],
    pattern: assigned('(?:token|secret)', '[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38}'),
    entropyMin: 4,
  },
  token('discord-webhook', 'Discord webhook', ['discord', '\\.com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{60,80}'], {
    severity: 'medium',
  }),
  {
    form: 'context',
    id: 'telegram-bot-token',
    title: 'Telegram bot token',
    severity: 'high',
    confidence: 'high',
    keywords: [':aa'],
    pattern: '(?<![0-9A-Za-z])(?<secret>[0-9]{8,10}:AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])',
    entropyMin: 4,
  },
  {
    form: 'context',
    id: 'teams-webhook',
    title: 'Microsoft Teams webhook',
    severity: 'medium',
    confidence: 'high',
    keywords: ['webhook.office.com/'],
    pattern: `(?<secret>webhook\\.office\\.com/webhookb2/${uuid}@${uuid}/IncomingWebhook/[a-z0-9]{32}/${uuid})`,
    entropyMin: 3,
  },
];

/** Payment and commerce. Test keys open nothing that is worth anything. */
export const paymentRules: readonly SecretRule[] = [
  token('stripe-secret-key', 'Stripe secret key', ['sk_live_', '[A-Za-z0-9]{24,120}'], critical),
  token('stripe-restricted-key', 'Stripe restricted key', ['rk_live_', '[A-Za-z0-9]{24,120}'], critical),
  token('stripe-webhook-secret', 'Stripe webhook secret', ['whsec_', '[A-Za-z0-9]{32}'], { entropyMin: 3.5 }),
  token('square-access-token', 'Square access token', ['sq0atp-', '[A-Za-z0-9_-]{22}'], critical),
  token('square-oauth-secret', 'Square OAuth secret', ['sq0csp-', '[A-Za-z0-9_-]{43}'], critical),
  token(
    'braintree-token',
    'Braintree access token',
    ['access_token$production$', '[a-z0-9]{16}\\$[a-f0-9]{32}'],
    critical,
  ),
  token('shopify-token', 'Shopify token', ['shp', 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}'], {
    keywords: ['shpat_', 'shpca_', 'shppa_', 'shpss_'],
  }),
  token('razorpay-key', 'Razorpay live key', ['rzp_live_', '[A-Za-z0-9]{14}']),
  token('flutterwave-key', 'Flutterwave secret key', ['FLWSECK-', '[a-f0-9]{32}-X'], critical),
  token('plaid-token', 'Plaid access token', ['access-production-', uuid]),
  token(
    'adyen-key',
    'Adyen API key',
    ['AQE', '[a-z]hm[A-Za-z0-9+/=]{80,250}-[A-Za-z0-9+/=]{30,100}-[^\\s"\']{10,30}'],
    critical,
  ),
  token('coinbase-key', 'Coinbase Commerce or EasyPost key', ['EZAK', '[A-Za-z0-9]{54}']),
];

/** Mail and text messages. */
export const mailRules: readonly SecretRule[] = [
  token('sendgrid-key', 'SendGrid API key', ['SG.', '[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}']),
  token('brevo-key', 'Brevo (Sendinblue) key', ['xkeysib-', '[a-f0-9]{64}-[A-Za-z0-9]{16}']),
  token('resend-key', 'Resend API key', ['re_', '[A-Za-z0-9]{8}_[A-Za-z0-9]{24}'], { entropyMin: 3.8 }),
  {
    form: 'context',
    id: 'mailgun-key',
    title: 'Mailgun API key',
    severity: 'high',
    confidence: 'high',
    keywords: ['mailgun', 'key-'],
    pattern: '(?<![A-Za-z0-9_-])(?<secret>key-[0-9a-f]{32})(?![0-9a-zA-Z])',
    entropyMin: 3,
  },
  {
    form: 'context',
    id: 'mailchimp-key',
    title: 'Mailchimp API key',
    severity: 'high',
    confidence: 'high',
    keywords: ['-us'],
    pattern: '(?<![0-9a-zA-Z])(?<secret>[0-9a-f]{32}-us[0-9]{1,2})(?![0-9a-zA-Z])',
    entropyMin: 3,
  },
  {
    form: 'context',
    id: 'twilio-auth-token',
    title: 'Twilio auth token',
    severity: 'high',
    confidence: 'medium',
    keywords: ['twilio'],
    pattern: assigned('(?:token|secret)', '[0-9a-f]{32}'),
    entropyMin: 3.2,
  },
  token('twilio-api-key', 'Twilio API key', ['SK', '(?=[0-9a-f]{0,31}[a-f])(?=[0-9a-f]{0,31}[0-9])[0-9a-f]{32}'], {
    severity: 'medium',
    entropyMin: 3.2,
  }),
];

/** Models. */
export const aiRules: readonly SecretRule[] = [
  token('openai-key', 'OpenAI API key', [
    'sk-',
    '(?:(?:proj|svcacct|admin|None)-)?[A-Za-z0-9_-]{20,80}T3BlbkFJ[A-Za-z0-9_-]{20,80}',
  ]),
  token('anthropic-key', 'Anthropic API key', ['sk-ant-', '(?:api|admin|oat)[0-9]{2}-[A-Za-z0-9_-]{80,110}AA']),
  token('huggingface-token', 'Hugging Face token', ['hf_', '[A-Za-z]{34}'], { entropyMin: 3.6 }),
  token('replicate-token', 'Replicate token', ['r8_', '[A-Za-z0-9]{37}']),
  token('groq-key', 'Groq API key', ['gsk_', '[A-Za-z0-9]{52}']),
  token('perplexity-key', 'Perplexity API key', ['pplx-', '[A-Za-z0-9]{48}']),
  token('xai-key', 'xAI API key', ['xai-', '[A-Za-z0-9]{80}']),
  token('langsmith-key', 'LangSmith key', ['lsv2_', '(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}']),
  token('pinecone-key', 'Pinecone API key', ['pcsk_', '[A-Za-z0-9]{5,6}_[A-Za-z0-9]{60,66}']),
  token('openrouter-key', 'OpenRouter API key', ['sk-or-v1-', '[a-f0-9]{64}']),
];

/** Monitoring, work places and other services. */
export const serviceRules: readonly SecretRule[] = [
  token('new-relic-key', 'New Relic user key', ['NRAK-', '[A-Z0-9]{27}']),
  token('new-relic-insert-key', 'New Relic insert key', ['NRII-', '[A-Za-z0-9_-]{32}']),
  token('grafana-service-token', 'Grafana service account token', ['glsa_', '[A-Za-z0-9]{32}_[a-f0-9]{8}'], {
    shape: 'crc32-hex',
  }),
  token('grafana-cloud-token', 'Grafana Cloud token', ['glc_eyJ', '[A-Za-z0-9+/=]{60,400}'], { shape: 'json-object' }),
  token('sentry-organization-token', 'Sentry organization token', ['sntrys_eyJ', '[A-Za-z0-9+/=_-]{80,400}'], {
    shape: 'json-object',
  }),
  token('sentry-user-token', 'Sentry user token', ['sntryu_', '[a-f0-9]{64}']),
  token('dynatrace-token', 'Dynatrace token', ['dt0', '[cs][0-9]{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}']),
  token('honeycomb-key', 'Honeycomb key', ['hc', 'hc[abmi]ik_[a-z0-9]{58}'], {
    keywords: ['hcaik_', 'hcbik_', 'hcmik_', 'hciik_'],
  }),
  token('launchdarkly-key', 'LaunchDarkly API key', ['api-', uuid], { severity: 'medium', entropyMin: 3.2 }),
  token('airtable-token', 'Airtable token', ['pat', '[A-Za-z0-9]{14}\\.[a-f0-9]{64}']),
  token('notion-token', 'Notion token', ['ntn_', '[0-9]{11}[A-Za-z0-9]{35}']),
  token('linear-key', 'Linear API key', ['lin_api_', '[A-Za-z0-9]{40}']),
  token('figma-token', 'Figma token', ['figd_', '[A-Za-z0-9_-]{40}']),
  token('hubspot-token', 'HubSpot private app token', [
    'pat-',
    '(?:na|eu|ap)[0-9]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  ]),
  token('postman-key', 'Postman API key', ['PMAK-', '[a-f0-9]{24}-[a-f0-9]{34}']),
  token('contentful-token', 'Contentful token', ['CFPAT-', '[A-Za-z0-9_-]{43}']),
  token('dropbox-token', 'Dropbox token', ['sl.', '[A-Za-z0-9_-]{130,160}']),
  token('typeform-token', 'Typeform token', ['tfp_', '[A-Za-z0-9_-]{44}_[A-Za-z0-9]{14}']),
  token('readme-key', 'ReadMe API key', ['rdme_', '[a-z0-9]{70}']),
  token('prefect-key', 'Prefect API key', ['pnu_', '[A-Za-z0-9]{36}']),
  token('mapbox-secret-token', 'Mapbox secret token', ['sk.eyJ', '[A-Za-z0-9_-]{60,120}\\.[A-Za-z0-9_-]{22}']),
  token('asana-token', 'Asana token', ['1/', '[0-9]{16}:[a-f0-9]{32}']),
  {
    form: 'context',
    id: 'facebook-token',
    title: 'Facebook access token',
    severity: 'high',
    confidence: 'medium',
    keywords: ['eaa'],
    pattern: '(?<![A-Za-z0-9])(?<secret>EAA[A-Za-z0-9]{100,250})(?![A-Za-z0-9+/])',
    entropyMin: 4,
  },
  {
    form: 'context',
    id: 'datadog-key',
    title: 'Datadog key',
    severity: 'high',
    confidence: 'medium',
    keywords: ['datadog', 'dd_api_key', 'dd_app_key', 'dd_application_key'],
    pattern: assigned('(?:api|app|application)[_-]?key', '[0-9a-f]{32}(?:[0-9a-f]{8})?'),
    entropyMin: 3.2,
  },
  {
    form: 'context',
    id: 'cloudinary-url',
    title: 'Cloudinary credentials',
    severity: 'high',
    confidence: 'high',
    keywords: ['cloudinary://'],
    pattern: 'cloudinary://[0-9]{10,20}:(?<secret>[A-Za-z0-9_-]{20,40})@',
    entropyMin: 3.5,
  },
];
