//! The project's own `.gitlab-ci.yml`, by the project's own lint.

use pipewright::editor::Editor;
use pipewright::lint::Settings;
use pipewright::view::problems::Problems;

#[test]
fn our_own_pipeline_has_no_problem() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/.gitlab-ci.yml")).expect("it is there");
    let editor = Editor::open(".gitlab-ci.yml", &bytes).expect("it is text");
    let problems = Problems::check(editor.current(), &Settings::default());
    let found: Vec<_> =
        problems.list.iter().map(|problem| format!("{}: {}", problem.position.line, problem.message)).collect();
    assert!(found.is_empty(), "{found:#?}");
}
