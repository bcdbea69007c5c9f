//! What is known of each runner.

use serde::{Deserialize, Serialize};

/// A runner. Name, executor, image, privileged and volumes stand in its machine's `config.toml`; tags, "run untagged
/// jobs" and "protected" are GitLab's to keep (https://docs.gitlab.com/ci/runners/configure_runners/).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Runner {
    /// Its name.
    pub name: String,
    /// What runs its jobs: `docker`, `shell`, ….
    pub executor: String,
    /// The image of jobs that name none.
    pub image: String,
    /// Whether its containers are privileged.
    pub privileged: bool,
    /// The volumes of its containers.
    pub volumes: Vec<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Whether it takes jobs without tags.
    pub run_untagged: bool,
    /// Whether it takes jobs of protected branches and tags only.
    pub protected: bool,
    /// The environment that it stands for, as `production`; empty for none.
    pub environment: String,
}

impl Runner {
    /// Whether it takes a job with these tags: it has all of them, or there are none and it takes untagged jobs. GitLab
    /// compares tags by their case (https://docs.gitlab.com/ci/yaml/#tags).
    pub fn takes<T: AsRef<str>>(&self, tags: &[T]) -> bool {
        if tags.is_empty() {
            return self.run_untagged;
        }
        tags.iter().all(|tag| self.tags.iter().any(|own| own == tag.as_ref()))
    }
}

/// All runners that are known. Empty where none was entered: then nothing is said about them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fleet {
    /// The runners, in the order in which they were entered.
    pub runners: Vec<Runner>,
}

impl Fleet {
    /// The runners that take a job with these tags.
    pub fn takers<'f, T: AsRef<str>>(&'f self, tags: &'f [T]) -> impl Iterator<Item = &'f Runner> {
        self.runners.iter().filter(move |runner| runner.takes(tags))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runner(tags: &[&str], run_untagged: bool) -> Runner {
        Runner { tags: tags.iter().map(|tag| (*tag).to_owned()).collect(), run_untagged, ..Runner::default() }
    }

    #[test]
    fn a_runner_takes_jobs_all_of_whose_tags_it_has() {
        let build = runner(&["build", "docker"], false);
        assert!(build.takes(&["docker"]));
        assert!(build.takes(&["docker", "build"]));
        assert!(!build.takes(&["docker", "arm"]));
        assert!(!build.takes(&["Docker"]));
    }

    #[test]
    fn a_job_without_tags_goes_to_runners_that_take_untagged_jobs() {
        let none: [&str; 0] = [];
        assert!(runner(&["build"], true).takes(&none));
        assert!(!runner(&["build"], false).takes(&none));
    }
}
