//! The handbooks in docs/ are those of the rules and of the keyword table.
//! `PIPEWRIGHT_WRITE=1 cargo test --test handbook` writes them.

use std::path::Path;

fn held_up_to_date(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("PIPEWRIGHT_WRITE").is_some() {
        std::fs::write(&path, text).expect("docs can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "docs/{name} is out of date: PIPEWRIGHT_WRITE=1 cargo test --test handbook writes it");
}

#[test]
fn the_handbook_of_rules_is_up_to_date() {
    held_up_to_date("rules.md", &pipewright::lint::handbook());
}

#[test]
fn the_handbook_of_keywords_is_up_to_date() {
    held_up_to_date("keywords.md", &pipewright::keywords::handbook());
}

/// The keywords that have a heading of their own in doc/ci/yaml/_index.md of GitLab 18.6, deprecated_keywords.md and
/// artifacts_reports.md, in their order.
const DOCUMENTED: &str = "default include include:component include:local include:project include:remote include:template \
    include:inputs include:rules include:integrity stages workflow workflow:auto_cancel:on_new_commit \
    workflow:auto_cancel:on_job_failure workflow:name workflow:rules workflow:rules:variables workflow:rules:auto_cancel \
    spec spec:inputs spec:inputs:default spec:inputs:description spec:inputs:options spec:inputs:regex spec:inputs:type \
    spec:include spec:component after_script allow_failure allow_failure:exit_codes artifacts artifacts:paths \
    artifacts:exclude artifacts:expire_in artifacts:expose_as artifacts:name artifacts:public artifacts:access \
    artifacts:reports artifacts:untracked artifacts:when before_script cache cache:paths cache:key cache:key:files \
    cache:key:files_commits cache:key:prefix cache:untracked cache:unprotect cache:when cache:policy cache:fallback_keys \
    coverage dast_configuration dependencies environment environment:name environment:url environment:on_stop \
    environment:action environment:auto_stop_in environment:kubernetes environment:deployment_tier extends hooks \
    hooks:pre_get_sources_script identity id_tokens image image:name image:entrypoint image:docker image:kubernetes \
    image:pull_policy inherit inherit:default inherit:variables interruptible needs needs:artifacts needs:project \
    needs:pipeline needs:job needs:optional needs:parallel pages pages:publish pages:path_prefix pages:expire_in parallel \
    parallel:matrix release release:tag_name release:tag_message release:name release:description release:ref \
    release:milestones release:released_at release:assets:links resource_group retry retry:when retry:exit_codes rules \
    rules:if rules:changes rules:changes:paths rules:changes:compare_to rules:exists rules:exists:paths \
    rules:exists:project rules:when rules:allow_failure rules:needs rules:variables rules:interruptible run script secrets \
    secrets:vault secrets:gcp_secret_manager secrets:azure_key_vault secrets:file secrets:token services services:docker \
    services:kubernetes services:pull_policy stage tags timeout trigger trigger:inputs trigger:include trigger:project \
    trigger:strategy trigger:forward when manual_confirmation start_in variables variables:description variables:value \
    variables:options variables:expand only except only:refs only:variables only:changes only:kubernetes publish \
    environment:kubernetes:namespace environment:kubernetes:flux_resource_path artifacts:reports:accessibility \
    artifacts:reports:annotations artifacts:reports:api_fuzzing artifacts:reports:browser_performance \
    artifacts:reports:coverage_report artifacts:reports:codequality artifacts:reports:container_scanning \
    artifacts:reports:coverage_fuzzing artifacts:reports:cyclonedx artifacts:reports:dast \
    artifacts:reports:dependency_scanning artifacts:reports:dotenv artifacts:reports:junit \
    artifacts:reports:load_performance artifacts:reports:metrics artifacts:reports:requirements \
    artifacts:reports:repository_xray artifacts:reports:sast artifacts:reports:secret_detection artifacts:reports:terraform";

#[test]
fn the_table_has_every_documented_keyword() {
    let groups = pipewright::keywords::groups();
    let of_group = |group: &'static pipewright::keywords::Group| {
        group.keywords.iter().map(|keyword| group.path_of(keyword).replace('.', ":"))
    };
    let known: std::collections::BTreeSet<String> = groups.into_iter().flat_map(of_group).collect();
    let missing: Vec<&str> = DOCUMENTED.split_whitespace().filter(|path| !known.contains(*path)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
