//! Pipelines to start from: sound, commented, valid by GitLab's rules, each with the files that make it run as it stands.

mod parts;

pub use parts::{Part, Parts};

/// A pipeline to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Starter {
    /// Two stages with a job each.
    Minimal,
    /// A Python package.
    Python,
    /// A Rust program.
    Rust,
    /// A Node.js project.
    Node,
    /// A Java project with Maven.
    Java,
    /// A Go program.
    Go,
    /// Images: named, built, tested, delivered and deployed.
    Docker,
    /// A static site on GitLab Pages.
    Pages,
    /// Infrastructure with OpenTofu.
    Tofu,
    /// Several projects in one repository.
    Monorepo,
    /// A CI/CD component.
    Component,
}

/// What starters have in common, for a list of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// For a language.
    Language,
    /// For what is delivered and where.
    Delivery,
    /// For more than one pipeline.
    Larger,
}

/// A file of a starter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    /// Where it lies in the repository.
    pub path: &'static str,
    /// What is in it.
    pub text: &'static str,
}

impl File {
    /// Its name without the folders.
    pub fn name(&self) -> &'static str {
        self.path.rsplit('/').next().unwrap_or(self.path)
    }
}

macro_rules! files {
    ($folder:literal: $($path:literal),+ $(,)?) => {
        &[$(File { path: $path, text: include_str!(concat!($folder, "/", $path)) }),+]
    };
}

impl Starter {
    /// All, in the order in which they are offered.
    pub const ALL: [Starter; 11] = [
        Starter::Minimal,
        Starter::Python,
        Starter::Node,
        Starter::Rust,
        Starter::Go,
        Starter::Java,
        Starter::Docker,
        Starter::Pages,
        Starter::Tofu,
        Starter::Monorepo,
        Starter::Component,
    ];

    /// Its name for code and storage.
    pub fn name(self) -> &'static str {
        match self {
            Starter::Minimal => "minimal",
            Starter::Python => "python",
            Starter::Rust => "rust",
            Starter::Node => "node",
            Starter::Java => "java",
            Starter::Go => "go",
            Starter::Docker => "docker",
            Starter::Pages => "pages",
            Starter::Tofu => "opentofu",
            Starter::Monorepo => "monorepo",
            Starter::Component => "component",
        }
    }

    /// The starter of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|starter| starter.name() == name)
    }

    /// Where it is listed.
    pub fn group(self) -> Group {
        match self {
            Starter::Minimal | Starter::Python | Starter::Node | Starter::Rust | Starter::Go | Starter::Java => {
                Group::Language
            }
            Starter::Docker | Starter::Pages | Starter::Tofu => Group::Delivery,
            Starter::Monorepo | Starter::Component => Group::Larger,
        }
    }

    /// Its files: first the pipeline that opens, then its companions.
    pub fn files(self) -> &'static [File] {
        match self {
            Starter::Minimal => files!("minimal": ".gitlab-ci.yml"),
            Starter::Python => files!(
                "python": ".gitlab-ci.yml", ".gitignore", "pyproject.toml", "requirements-dev.txt",
                "src/hello/__init__.py", "tests/test_hello.py",
            ),
            Starter::Rust => {
                files!("rust": ".gitlab-ci.yml", ".gitignore", "Cargo.lock", "Cargo.toml", "src/main.rs")
            }
            Starter::Node => files!(
                "node": ".gitlab-ci.yml", ".gitignore", "build.js", "package-lock.json", "package.json",
                "src/index.js", "test/index.test.js",
            ),
            Starter::Java => files!(
                "java": ".gitlab-ci.yml", ".gitignore", "pom.xml", "src/main/java/com/example/Hello.java",
                "src/test/java/com/example/HelloTest.java",
            ),
            Starter::Go => files!("go": ".gitlab-ci.yml", ".gitignore", "go.mod", "main.go", "main_test.go"),
            Starter::Docker => files!(
                "docker": ".gitlab-ci.yml", "Dockerfile", "Dockerfile.test", "requirements.txt", "requirements-test.txt",
                "app/__init__.py", "app/main.py", "tests/test_main.py", ".dockerignore",
            ),
            Starter::Pages => files!(
                "pages": ".gitlab-ci.yml", ".gitignore", "build.sh", "foot.html", "head.html", "site/index.html",
            ),
            Starter::Tofu => {
                files!("opentofu": ".gitlab-ci.yml", ".gitignore", ".terraform.lock.hcl", "main.tf")
            }
            Starter::Monorepo => files!(
                "monorepo": ".gitlab-ci.yml", "api/.gitlab-ci.yml", "api/test_api.py", "shared/greeting.txt",
                "web/.gitlab-ci.yml", "web/build.js",
            ),
            Starter::Component => files!(
                "component": "templates/shellcheck.yml", ".gitlab-ci.yml", "README.md", "scripts/hello.sh",
            ),
        }
    }

    /// The pipeline that opens.
    pub fn pipeline(self) -> File {
        self.files()[0]
    }

    /// The other files.
    pub fn companions(self) -> &'static [File] {
        &self.files()[1..]
    }

    /// Whether its jobs can be put into another pipeline. A component is taken by `include`.
    pub fn has_parts(self) -> bool {
        self != Starter::Component
    }

    /// The starter that a file was opened from, by the text that it was opened with.
    pub fn opened_with(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|starter| starter.pipeline().text == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{check, Settings};
    use crate::view::board::{Board, LaneKind};
    use crate::view::problems::Problems;
    use crate::yaml::Document;
    use std::path::Path;

    #[test]
    fn every_pipeline_is_without_a_finding_and_all_its_stages_are_declared() {
        for starter in Starter::ALL {
            for file in starter.files().iter().filter(|file| file.path.ends_with(".yml")) {
                let document = Document::parse(file.text);
                let problems = Problems::check(&document, &Settings::default());
                assert!(problems.list.is_empty(), "{starter:?}, {}: {:?}", file.path, problems.list);
                assert!(check(&document).valid);
                assert!(file.text.starts_with('#'), "{starter:?}, {} says what it is", file.path);
            }
            let document = Document::parse(starter.pipeline().text);
            let board = Board::read(&document, &Problems::check(&document, &Settings::default()));
            // The stage of a component is an input.
            let declared = |lane: &std::rc::Rc<crate::view::board::Lane>| lane.kind != LaneKind::Undeclared;
            assert!(!starter.has_parts() || board.lanes.iter().all(declared), "{starter:?}");
            assert_eq!(Starter::opened_with(starter.pipeline().text), Some(starter));
            assert_eq!(Starter::named(starter.name()), Some(starter));
        }
    }

    fn paths_in(folder: &Path, root: &Path, into: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                paths_in(&path, root, into);
            } else {
                into.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
            }
        }
    }

    #[test]
    fn every_file_of_a_starters_folder_is_one_of_its_files() {
        for starter in Starter::ALL {
            let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/view/starters")).join(starter.name());
            let mut lying = Vec::new();
            paths_in(&root, &root, &mut lying);
            let mut known: Vec<&str> = starter.files().iter().map(|file| file.path).collect();
            lying.sort();
            known.sort_unstable();
            assert_eq!(lying, known, "{starter:?}");
        }
    }
}
