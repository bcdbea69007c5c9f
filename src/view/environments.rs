//! Environments with the jobs that deploy to them, prepare, verify and stop them.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::graph::{is_manual, is_of_a_branch, Action, Deployment, Facts, Job};
use crate::pipeline::Tier;
use crate::resolve::{of_file, ruby};
use crate::text::Span;
use crate::yaml::Document;

/// Environments that have the part of their names before a slash in common; GitLab shows them together too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// That part; empty for names without a slash.
    pub name: Rc<str>,
    /// The environments, the most important tier first.
    pub environments: Vec<Environment>,
}

/// An environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment {
    /// Its name as written.
    pub name: Rc<str>,
    /// Whether each branch or merge request has one of its own.
    pub review: bool,
    /// Its tier; none where that depends on variables.
    pub tier: Option<Tier>,
    /// Whether a job says the tier, instead of its name.
    pub tier_given: bool,
    /// Its address.
    pub url: Option<Rc<str>>,
    /// How long after a deployment it stops.
    pub auto_stop_in: Option<Rc<str>>,
    /// Who stops it.
    pub stop: Stop,
    /// The jobs, in the order of what they do.
    pub jobs: Vec<JobThere>,
}

/// Who stops an environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// These jobs, by `on_stop`.
    Jobs(Vec<Rc<str>>),
    /// Nobody; when its branch is gone it is marked as stopped and nothing else is done.
    Nobody,
    /// No job deploys to it here.
    NotHere,
}

/// A job and what it does to the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobThere {
    /// Its name.
    pub name: Rc<str>,
    /// What it does; none where it can't be known.
    pub action: Option<Action>,
    /// Its stage.
    pub stage: Rc<str>,
    /// Whether a person starts it.
    pub manual: bool,
    /// Its resource group.
    pub resource_group: Option<Rc<str>>,
    /// Where its environment is written.
    pub span: Span,
}

/// The environments of a document.
pub fn environments(document: &Document) -> Vec<Folder> {
    let effective = of_file(document);
    let Some(config) = effective.config.as_map() else { return Vec::new() };
    let facts = Facts::of(config, &Default::default());
    let mut named: BTreeMap<String, Vec<(&Job<'_>, Deployment)>> = BTreeMap::new();
    for job in &facts.jobs {
        if let Some(deployment) = Deployment::of(job) {
            named.entry(deployment.name.clone()).or_default().push((job, deployment));
        }
    }
    let mut folders: BTreeMap<String, Vec<Environment>> = BTreeMap::new();
    for (name, jobs) in named {
        let folder = name.split_once('/').map_or("", |(folder, _)| folder).to_owned();
        folders.entry(folder).or_default().push(environment(&name, jobs));
    }
    for environments in folders.values_mut() {
        environments.sort_by_key(|environment| environment.tier.unwrap_or(Tier::Other));
    }
    let mut folders: Vec<Folder> =
        folders.into_iter().map(|(name, environments)| Folder { name: name.into(), environments }).collect();
    folders.sort_by_key(|folder| folder.environments.first().and_then(|first| first.tier).unwrap_or(Tier::Other));
    folders
}

fn environment(name: &str, jobs: Vec<(&Job<'_>, Deployment)>) -> Environment {
    let first = |of: fn(&Deployment) -> Option<&String>| {
        jobs.iter().find_map(|(_, found)| of(found)).map(|text| Rc::from(text.as_str()))
    };
    let given = jobs.iter().find_map(|(_, found)| Tier::named(found.tier.as_deref()?));
    let starting: Vec<&Deployment> =
        jobs.iter().map(|(_, found)| found).filter(|found| found.action == Some(Action::Start)).collect();
    let mut stopping: Vec<Rc<str>> =
        starting.iter().filter_map(|found| found.on_stop.as_deref()).map(Rc::from).collect();
    stopping.dedup();
    let mut there: Vec<JobThere> = jobs.iter().map(|(job, found)| job_there(job, found)).collect();
    there.sort_by_key(|job| job.action);
    Environment {
        name: name.into(),
        review: is_of_a_branch(name),
        tier: given.or_else(|| Tier::of_name(name)),
        tier_given: given.is_some(),
        url: first(|found| found.url.as_ref()),
        auto_stop_in: first(|found| found.auto_stop_in.as_ref()),
        stop: match (starting.is_empty(), stopping.is_empty()) {
            (true, _) => Stop::NotHere,
            (_, true) => Stop::Nobody,
            _ => Stop::Jobs(stopping),
        },
        jobs: there,
    }
}

fn job_there(job: &Job<'_>, deployment: &Deployment) -> JobThere {
    JobThere {
        name: job.subject.clone(),
        action: deployment.action,
        stage: job.stage.as_ref().map(|(stage, _)| stage.clone()).unwrap_or_default(),
        manual: is_manual(job),
        resource_group: job.map.given("resource_group").map(ruby::to_s).map(Rc::from),
        span: deployment.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = ".deploy: {stage: deploy, script: make deploy, resource_group: $CI_ENVIRONMENT_NAME}\n\
        review: {extends: .deploy, environment: {name: review/$CI_COMMIT_REF_SLUG, url: https://x, on_stop: stop, auto_stop_in: 1 week}}\n\
        stop: {extends: .deploy, when: manual, environment: {name: review/$CI_COMMIT_REF_SLUG, action: stop}}\n\
        check: {script: x, environment: {name: live, action: verify}}\n\
        live: {extends: .deploy, environment: {name: live}, rules: [{if: $X, when: manual}]}\n\
        portal: {extends: .deploy, environment: {name: portal, deployment_tier: production}}\n";

    fn all(text: &str) -> Vec<Environment> {
        environments(&Document::parse(text)).into_iter().flat_map(|folder| folder.environments).collect()
    }

    #[test]
    fn environments_are_grouped_by_folder_and_sorted_by_tier() {
        let folders = environments(&Document::parse(TEXT));
        assert_eq!(folders.iter().map(|folder| &*folder.name).collect::<Vec<_>>(), ["", "review"]);
        let tiers: Vec<_> =
            all(TEXT).iter().map(|found| (found.name.to_string(), found.tier, found.tier_given)).collect();
        let production = Some(Tier::Production);
        assert_eq!(
            tiers,
            [
                ("live".to_owned(), production, false),
                ("portal".to_owned(), production, true),
                ("review/$CI_COMMIT_REF_SLUG".to_owned(), Some(Tier::Development), false)
            ]
        );
    }

    #[test]
    fn a_review_app_is_paired_with_the_job_that_stops_it() {
        let all = all(TEXT);
        let review = all.iter().find(|found| found.review).unwrap();
        assert_eq!(review.stop, Stop::Jobs(vec!["stop".into()]));
        assert_eq!(review.auto_stop_in.as_deref(), Some("1 week"));
        let does: Vec<_> = review.jobs.iter().map(|job| (&*job.name, job.action, job.manual)).collect();
        assert_eq!(does, [("review", Some(Action::Start), false), ("stop", Some(Action::Stop), true)]);
        assert_eq!(review.jobs[0].resource_group.as_deref(), Some("$CI_ENVIRONMENT_NAME"));
    }

    #[test]
    fn jobs_stand_in_the_order_of_what_they_do() {
        let all = all(TEXT);
        let names: Vec<_> = all[0].jobs.iter().map(|job| &*job.name).collect();
        assert_eq!(names, ["live", "check"]);
        assert!(all[0].jobs[0].manual && all[0].stop == Stop::Nobody);
    }

    #[test]
    fn broken_and_empty_texts_have_none() {
        for text in
            ["", "a: [", "a: {script: x}", "a: {script: x, environment: [1]}", "a: {script: x, environment: ''}"]
        {
            assert!(environments(&Document::parse(text)).is_empty(), "{text}");
        }
    }
}
