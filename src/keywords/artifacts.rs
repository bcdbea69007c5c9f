//! `artifacts` and its reports (lib/gitlab/ci/config/entry/artifacts.rb, reports.rb, reports/coverage_report.rb).

use super::{Choice, Duration, Form, Group, Keyword};

/// `artifacts`
pub static ARTIFACTS: Group = Group {
    path: "artifacts",
    keywords: &[
        Keyword::attribute("name", Form::Text, "Name of the archive; variables are expanded."),
        Keyword::attribute("paths", Form::TEXTS, "Files and folders to keep, relative to the project."),
        Keyword::attribute("exclude", Form::TEXTS, "Files to leave out of the archive."),
        Keyword::attribute("untracked", Form::Flag, "Also keeps all files that Git does not track."),
        Keyword::attribute("when", Form::Choice(UPLOAD_WHEN), "On which outcome of the job the files are kept."),
        Keyword::attribute(
            "expire_in",
            Form::Duration(Duration { never: true, variables: false, limit: None }),
            "How long the files are kept, for example 1 week; never keeps them.",
        ),
        Keyword::attribute("expose_as", Form::Text, "Title under which merge requests show the files."),
        Keyword::attribute("public", Form::Flag, "Whether anybody may download the files of a public pipeline."),
        Keyword::attribute("access", Form::Choice(ACCESS), "Who may download the files."),
        Keyword { check: super::Check::Entry, ..Keyword::attribute("reports", Form::Mapping(&REPORTS), REPORTS_HELP) },
    ],
};

const REPORTS_HELP: &str = "Files that GitLab reads: test results, coverage, security findings, variables and more.";

/// When files are kept, of artifacts and caches alike.
pub(super) const UPLOAD_WHEN: Choice = Choice {
    values: &["on_success", "on_failure", "always"],
    says: "should be one of: on_success, on_failure, always",
};

const ACCESS: Choice = Choice {
    values: &["none", "developer", "maintainer", "all"],
    says: "should be one of: none, developer, maintainer, all",
};

const fn report(name: &'static str, help: &'static str) -> Keyword {
    Keyword::attribute(name, Form::TextOrList, help)
}

/// `artifacts:reports`
pub static REPORTS: Group = Group {
    path: "artifacts.reports",
    keywords: &[
        report("junit", "Test results in JUnit's XML, shown in merge requests and pipelines."),
        report("dotenv", "File of KEY=value lines whose variables later jobs get."),
        Keyword::entry("coverage_report", Form::Mapping(&COVERAGE_REPORT), "Coverage shown line by line in diffs."),
        Keyword::unchecked("codequality", Form::TextOrList, "Code Quality findings, shown in merge requests."),
        report("accessibility", "Accessibility findings of pa11y."),
        report("annotations", "Links that the job's page shows."),
        report("api_fuzzing", "Findings of API fuzzing.").paid(),
        report("browser_performance", "Browser performance metrics of sitespeed.io.").paid(),
        report("cluster_image_scanning", "Vulnerabilities of images in a cluster.").paid(),
        report("container_scanning", "Vulnerabilities of container images.").paid(),
        report("coverage_fuzzing", "Findings of coverage-guided fuzzing.").paid(),
        report("cyclonedx", "Software bill of materials in CycloneDX form.").paid(),
        report("dast", "Findings of dynamic application security testing.").paid(),
        report("dependency_scanning", "Vulnerabilities of dependencies.").paid(),
        report("license_scanning", "Licences of dependencies.").paid().deprecated("cyclonedx"),
        report("load_performance", "Load test metrics of k6.").paid(),
        report("lsif", "Code intelligence data in LSIF form."),
        report("metrics", "Metrics in the OpenMetrics text form.").paid(),
        report("performance", "Browser performance metrics.").paid().deprecated("browser_performance"),
        report("repository_xray", "Facts about the repository for GitLab Duo.").paid(),
        report("requirements", "Results of requirements.").paid().deprecated("requirements_v2"),
        report("requirements_v2", "Results of requirements, by their numbers.").paid(),
        report("sarif", "Findings in SARIF form.").paid(),
        report("sast", "Findings of static application security testing."),
        report("secret_detection", "Secrets found in the repository."),
        report("terraform", "Summary of a Terraform plan, shown in merge requests."),
    ],
};

/// `artifacts:reports:coverage_report`
pub static COVERAGE_REPORT: Group = Group {
    path: "artifacts.reports.coverage_report",
    keywords: &[
        Keyword::attribute(
            "coverage_format",
            Form::Choice(Choice {
                values: &["cobertura", "jacoco"],
                says: "must be one of supported formats: cobertura, jacoco.",
            }),
            "Form of the coverage file.",
        )
        .required(),
        Keyword::attribute("path", Form::Text, "The coverage file.").required(),
    ],
};
