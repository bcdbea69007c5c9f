//! `id_tokens`, `secrets` and what else proves who the job is (lib/gitlab/ci/config/entry/id_token.rb, and Enterprise).

use super::{Form, Group, Keyword};

/// One of `id_tokens`
pub static ID_TOKEN: Group = Group {
    path: "id_tokens",
    keywords: &[Keyword::attribute("aud", Form::TextOrList, "Whom the token is for.").required()],
};

/// The keys of a secret of which exactly one must be given.
pub const SECRET_PROVIDERS: &[&str] =
    &["vault", "azure_key_vault", "gcp_secret_manager", "aws_secrets_manager", "akeyless", "gitlab_secrets_manager"];

/// One of `secrets`
pub static SECRET: Group = Group {
    path: "secrets",
    keywords: &[
        Keyword::unchecked("vault", Form::Any, "Secret in HashiCorp Vault.").paid(),
        Keyword::unchecked("azure_key_vault", Form::Any, "Secret in Azure Key Vault.").paid(),
        Keyword::unchecked("gcp_secret_manager", Form::Any, "Secret in Google Cloud Secret Manager.").paid(),
        Keyword::unchecked("aws_secrets_manager", Form::Any, "Secret in AWS Secrets Manager.").paid(),
        Keyword::unchecked("akeyless", Form::Any, "Secret in Akeyless.").paid(),
        Keyword::unchecked("gitlab_secrets_manager", Form::Any, "Secret in GitLab itself.").paid(),
        Keyword::attribute("file", Form::Flag, "Whether the variable holds the path of a file with the secret.").paid(),
        Keyword::attribute("token", Form::Text, "The ID token that proves who the job is.").paid(),
    ],
};

/// `dast_configuration`
pub static DAST_CONFIGURATION: Group = Group {
    path: "dast_configuration",
    keywords: &[
        Keyword::attribute("site_profile", Form::Text, "The site profile of the scan.").paid(),
        Keyword::attribute("scanner_profile", Form::Text, "The scanner profile of the scan.").paid(),
    ],
};
