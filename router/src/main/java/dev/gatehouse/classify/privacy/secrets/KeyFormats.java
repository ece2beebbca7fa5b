package dev.gatehouse.classify.privacy.secrets;

import static dev.gatehouse.classify.privacy.secrets.KeyFormat.OPEN_ENDED;
import static dev.gatehouse.classify.privacy.text.Alphabet.ALPHANUMERIC;
import static dev.gatehouse.classify.privacy.text.Alphabet.BASE64;
import static dev.gatehouse.classify.privacy.text.Alphabet.DOTTED;
import static dev.gatehouse.classify.privacy.text.Alphabet.HEX;
import static dev.gatehouse.classify.privacy.text.Alphabet.LOWER_HEX;
import static dev.gatehouse.classify.privacy.text.Alphabet.UPPER_ALPHANUMERIC;
import static dev.gatehouse.classify.privacy.text.Alphabet.URL_SAFE;

import java.util.List;

/**
 * The key formats that vendors publish in their own documentation. Test-mode keys count like live
 * ones.
 */
final class KeyFormats {

  /** A longer prefix stands before a shorter one that it begins with. */
  static final List<KeyFormat> ALL =
      List.of(
          new KeyFormat("anthropic-key", "sk-ant-", URL_SAFE, 20, OPEN_ENDED),
          new KeyFormat("openrouter-key", "sk-or-v1-", HEX, 48, OPEN_ENDED),
          new KeyFormat("openai-key", "sk-", URL_SAFE, 20, OPEN_ENDED),
          new KeyFormat("groq-key", "gsk_", ALPHANUMERIC, 40, OPEN_ENDED),
          new KeyFormat("xai-key", "xai-", ALPHANUMERIC, 40, OPEN_ENDED),
          new KeyFormat("perplexity-key", "pplx-", ALPHANUMERIC, 40, OPEN_ENDED),
          new KeyFormat("replicate-key", "r8_", ALPHANUMERIC, 36, 44),
          new KeyFormat("huggingface-key", "hf_", ALPHANUMERIC, 30, 44),
          new KeyFormat("pinecone-key", "pcsk_", URL_SAFE, 40, OPEN_ENDED),
          new KeyFormat("aws-access-key", "AKIA", UPPER_ALPHANUMERIC, 16, 16),
          new KeyFormat("aws-access-key", "ASIA", UPPER_ALPHANUMERIC, 16, 16),
          new KeyFormat("google-api-key", "AIza", URL_SAFE, 35, 39),
          new KeyFormat("google-oauth-secret", "GOCSPX-", URL_SAFE, 24, 40),
          new KeyFormat("google-access-token", "ya29.", URL_SAFE, 20, OPEN_ENDED),
          new KeyFormat("azure-storage-key", "AccountKey=", BASE64, 40, OPEN_ENDED),
          new KeyFormat("alibaba-access-key", "LTAI", ALPHANUMERIC, 12, 26),
          new KeyFormat("digitalocean-token", "dop_v1_", LOWER_HEX, 64, 64),
          new KeyFormat("digitalocean-token", "doo_v1_", LOWER_HEX, 64, 64),
          new KeyFormat("digitalocean-token", "dor_v1_", LOWER_HEX, 64, 64),
          new KeyFormat("heroku-key", "HRKU-", URL_SAFE, 30, OPEN_ENDED),
          new KeyFormat("databricks-token", "dapi", LOWER_HEX, 32, 32),
          new KeyFormat("github-token", "github_pat_", URL_SAFE, 22, OPEN_ENDED),
          new KeyFormat("github-token", "ghp_", ALPHANUMERIC, 36, OPEN_ENDED),
          new KeyFormat("github-token", "gho_", ALPHANUMERIC, 36, OPEN_ENDED),
          new KeyFormat("github-token", "ghu_", ALPHANUMERIC, 36, OPEN_ENDED),
          new KeyFormat("github-token", "ghs_", ALPHANUMERIC, 36, OPEN_ENDED),
          new KeyFormat("github-token", "ghr_", ALPHANUMERIC, 36, OPEN_ENDED),
          new KeyFormat("gitlab-token", "glpat-", DOTTED, 20, OPEN_ENDED),
          new KeyFormat("gitlab-token", "gldt-", DOTTED, 20, OPEN_ENDED),
          new KeyFormat("gitlab-token", "glrt-", DOTTED, 20, OPEN_ENDED),
          new KeyFormat("bitbucket-token", "ATBB", ALPHANUMERIC, 28, 40),
          new KeyFormat("atlassian-token", "ATATT3", BASE64, 40, OPEN_ENDED),
          new KeyFormat("npm-token", "npm_", ALPHANUMERIC, 36, 40),
          new KeyFormat("pypi-token", "pypi-", URL_SAFE, 50, OPEN_ENDED),
          new KeyFormat("rubygems-key", "rubygems_", LOWER_HEX, 48, 48),
          new KeyFormat("docker-token", "dckr_pat_", URL_SAFE, 24, 64),
          new KeyFormat("slack-token", "xoxb-", URL_SAFE, 10, OPEN_ENDED),
          new KeyFormat("slack-token", "xoxp-", URL_SAFE, 10, OPEN_ENDED),
          new KeyFormat("slack-token", "xoxa-", URL_SAFE, 10, OPEN_ENDED),
          new KeyFormat("slack-token", "xoxr-", URL_SAFE, 10, OPEN_ENDED),
          new KeyFormat("slack-token", "xoxs-", URL_SAFE, 10, OPEN_ENDED),
          new KeyFormat("slack-token", "xoxe-", URL_SAFE, 10, OPEN_ENDED),
          new KeyFormat("slack-token", "xapp-", URL_SAFE, 10, OPEN_ENDED),
          new KeyFormat("slack-webhook", "hooks.slack.com/services/", BASE64, 30, 100),
          new KeyFormat("stripe-key", "sk_live_", ALPHANUMERIC, 16, OPEN_ENDED),
          new KeyFormat("stripe-key", "sk_test_", ALPHANUMERIC, 16, OPEN_ENDED),
          new KeyFormat("stripe-key", "rk_live_", ALPHANUMERIC, 16, OPEN_ENDED),
          new KeyFormat("stripe-key", "rk_test_", ALPHANUMERIC, 16, OPEN_ENDED),
          new KeyFormat("stripe-webhook-secret", "whsec_", BASE64, 24, OPEN_ENDED),
          new KeyFormat("square-token", "sq0atp-", URL_SAFE, 22, 64),
          new KeyFormat("square-token", "sq0csp-", URL_SAFE, 40, 64),
          new KeyFormat("shopify-token", "shpat_", HEX, 32, 32),
          new KeyFormat("shopify-token", "shpca_", HEX, 32, 32),
          new KeyFormat("shopify-token", "shppa_", HEX, 32, 32),
          new KeyFormat("shopify-token", "shpss_", HEX, 32, 32),
          new KeyFormat("sendgrid-key", "SG.", DOTTED, 60, 72),
          new KeyFormat("brevo-key", "xkeysib-", URL_SAFE, 64, OPEN_ENDED),
          new KeyFormat("mailgun-key", "key-", LOWER_HEX, 32, 32),
          new KeyFormat("twilio-key", "SK", LOWER_HEX, 32, 32),
          new KeyFormat("twilio-account", "AC", LOWER_HEX, 32, 32),
          new KeyFormat("vault-token", "hvs.", URL_SAFE, 24, OPEN_ENDED),
          new KeyFormat("doppler-token", "dp.pt.", ALPHANUMERIC, 40, 44),
          new KeyFormat("linear-key", "lin_api_", ALPHANUMERIC, 32, 48),
          new KeyFormat("notion-token", "ntn_", ALPHANUMERIC, 40, 50),
          new KeyFormat("postman-key", "PMAK-", URL_SAFE, 50, 64),
          new KeyFormat("grafana-token", "glsa_", URL_SAFE, 32, 64),
          new KeyFormat("supabase-token", "sbp_", LOWER_HEX, 40, 40),
          new KeyFormat("figma-token", "figd_", URL_SAFE, 36, 64),
          new KeyFormat("newrelic-key", "NRAK-", UPPER_ALPHANUMERIC, 27, 27),
          new KeyFormat("tailscale-key", "tskey-", URL_SAFE, 20, 128),
          new KeyFormat("age-key", "AGE-SECRET-KEY-1", UPPER_ALPHANUMERIC, 58, 58));

  private KeyFormats() {}
}
