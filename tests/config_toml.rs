//! `config.toml` without loss: round trips, edits that change only their lines, and texts that want to harm.

use std::time::{Duration, Instant};

use pipewright::runner::config::{
    masked, plan, problems, Document, Edit, NewRunner, NewValue, OpenError, Path, ProblemKind, Refusal, Severity, Step,
    SIZE_LIMIT,
};
use pipewright::text::{diff_lines, DiffTag};
use proptest::prelude::*;

/// Modelled on the examples of https://docs.gitlab.com/runner/configuration/advanced-configuration/.
const FILE: &str = include_str!("fixtures/runners/config.toml");

fn text(value: &str) -> NewValue {
    NewValue::Text(value.to_owned())
}

fn list(items: &[&str]) -> NewValue {
    NewValue::List(items.iter().map(|item| (*item).to_owned()).collect())
}

fn docker(key: &str) -> Path {
    Path::runner(0).key("docker").key(key)
}

/// The lines that an edit changes: `-` those that go, `+` those that come.
fn changed(before: &str, edit: &Edit) -> Result<Vec<String>, Refusal> {
    let (transaction, after) = plan(&Document::new(before), edit)?;
    assert_eq!(&transaction.apply(before), &**after.text());
    assert_eq!(transaction.invert(before).apply(after.text()), before, "undone, it is the same bytes");
    let hunks = diff_lines(before, after.text(), 0);
    let lines = hunks.iter().flat_map(|hunk| &hunk.lines).filter_map(|line| match line.tag {
        DiffTag::Equal => None,
        DiffTag::Insert => Some(format!("+{}", line.text)),
        DiffTag::Delete => Some(format!("-{}", line.text)),
    });
    Ok(lines.collect())
}

#[test]
fn the_file_of_the_documentation_comes_back_byte_for_byte_and_has_no_error() {
    for bytes in [FILE.to_owned(), FILE.replace('\n', "\r\n"), format!("\u{feff}{FILE}")] {
        let document = Document::open(bytes.as_bytes()).expect("it opens");
        assert_eq!(&**document.text(), bytes);
        assert_eq!(document.machine().runners.len(), 3);
        let wrong: Vec<_> =
            problems(&document).into_iter().filter(|problem| problem.severity != Severity::Note).collect();
        assert_eq!(wrong, []);
        let covered = masked(&document);
        for secret in ["glrt-", "AMAZON_S3"] {
            assert!(!covered.contains(secret), "{secret}");
        }
        assert_eq!(covered.lines().count(), bytes.lines().count());
    }
}

/// What each edit of the file changes.
fn table() -> Vec<(&'static str, Edit, Vec<&'static str>)> {
    vec![
        (
            "a flag",
            Edit::Set(docker("privileged"), NewValue::Flag(true)),
            vec!["-    privileged = false", "+    privileged = true"],
        ),
        (
            "a string keeps its quotes and the comment behind it",
            Edit::Set(docker("image"), text("docker:latest")),
            vec![
                "-    image = 'ruby:3.3'      # of jobs that name none",
                "+    image = 'docker:latest'      # of jobs that name none",
            ],
        ),
        (
            "a string that its quotes can't hold gets others",
            Edit::Set(docker("image"), text("it's")),
            vec![
                "-    image = 'ruby:3.3'      # of jobs that name none",
                "+    image = \"it's\"      # of jobs that name none",
            ],
        ),
        (
            "a number of the machine",
            Edit::Set(Path::default().key("concurrent"), NewValue::Integer(10)),
            vec!["-concurrent = 4", "+concurrent = 10"],
        ),
        (
            "a new key of the machine",
            Edit::Set(Path::default().key("log_format"), text("json")),
            vec!["+log_format = \"json\""],
        ),
        ("a new key of a runner", Edit::Set(Path::runner(1).key("limit"), NewValue::Integer(1)), vec!["+  limit = 1"]),
        (
            "a new key stands with its table's own and not with those of tables in it",
            Edit::Set(Path::runner(0).key("output_limit"), NewValue::Integer(8192)),
            vec!["+  output_limit = 8192"],
        ),
        (
            "a new key of a table in a runner",
            Edit::Set(docker("runtime"), text("runc")),
            vec!["+    runtime = \"runc\""],
        ),
        (
            "a table that is not there yet",
            Edit::Set(Path::runner(1).key("docker").key("image"), text("alpine")),
            vec!["+  [runners.docker]", "+    image = \"alpine\""],
        ),
        (
            "an item more in a list of several lines, whose last has no comma",
            Edit::Set(
                docker("volumes"),
                list(&["/data", "/home/project/cache", "/cache", "/var/run/docker.sock:/var/run/docker.sock"]),
            ),
            vec!["-      \"/cache\"", "+      \"/cache\",", "+      \"/var/run/docker.sock:/var/run/docker.sock\""],
        ),
        (
            "an item between others, below the comment of the one before",
            Edit::Set(docker("volumes"), list(&["/data", "/new", "/home/project/cache", "/cache"])),
            vec!["+      \"/new\","],
        ),
        (
            "an item more at the start",
            Edit::Set(docker("volumes"), list(&["/new", "/data", "/home/project/cache", "/cache"])),
            vec!["+      \"/new\","],
        ),
        (
            "an item less",
            Edit::Set(docker("volumes"), list(&["/data", "/cache"])),
            vec!["-      \"/home/project/cache\", # kept"],
        ),
        (
            "another item",
            Edit::Set(docker("volumes"), list(&["/data", "/other", "/cache"])),
            vec!["-      \"/home/project/cache\", # kept", "+      \"/other\", # kept"],
        ),
        (
            "an item more in a list of one line",
            Edit::Set(docker("dns"), list(&["8.8.8.8", "1.1.1.1"])),
            vec!["-    dns = [\"8.8.8.8\"]", "+    dns = [\"8.8.8.8\", \"1.1.1.1\"]"],
        ),
        (
            "the first and the last item less",
            Edit::Set(docker("allowed_images"), list(&["python:*"])),
            vec!["-    allowed_images = [\"ruby:*\", \"python:*\", \"php:*\"]", "+    allowed_images = [\"python:*\"]"],
        ),
        (
            "no item",
            Edit::Set(docker("cap_add"), list(&[])),
            vec!["-    cap_add = [\"NET_ADMIN\"]", "+    cap_add = []"],
        ),
        (
            "a list where a string stood",
            Edit::Set(docker("memory"), list(&["a"])),
            vec!["-    memory = \"128m\"", "+    memory = [\"a\"]"],
        ),
        (
            "a key less, with the comment on its line",
            Edit::Remove(docker("image")),
            vec!["-    image = 'ruby:3.3'      # of jobs that name none"],
        ),
        (
            "a value of several lines less",
            Edit::Remove(Path::runner(0).key("pre_build_script")),
            vec![
                "-  pre_build_script = \"\"\"",
                "-    echo \"# this is no comment\"",
                "-    [runners.docker]",
                "-  \"\"\"",
            ],
        ),
        (
            "a key that has to be quoted",
            Edit::Set(docker("sysctls").key("net.core.somaxconn"), text("1024")),
            vec!["+      \"net.core.somaxconn\" = \"1024\""],
        ),
        (
            "a runner less, with its comment and tables",
            Edit::RemoveRunner(1),
            vec![
                "-# Deploys. Nothing else may run here.",
                "-[[runners]]",
                "-  name = \"production\"",
                "-  url = \"https://gitlab.example.com\"",
                "-  token = \"glrt-production0000000\"",
                "-  executor = \"shell\"",
                "-",
            ],
        ),
        (
            "a runner more",
            Edit::AddRunner(NewRunner {
                name: "new".to_owned(),
                url: "https://gitlab.example.com".to_owned(),
                executor: "docker".to_owned(),
                image: "docker:latest".to_owned(),
            }),
            vec![
                "+",
                "+[[runners]]",
                "+  name = \"new\"",
                "+  url = \"https://gitlab.example.com\"",
                "+  executor = \"docker\"",
                "+  [runners.docker]",
                "+    image = \"docker:latest\"",
            ],
        ),
    ]
}

#[test]
fn each_edit_changes_only_its_lines() {
    for (what, edit, lines) in table() {
        assert_eq!(changed(FILE, &edit), Ok(lines.iter().map(|line| (*line).to_owned()).collect()), "{what}");
    }
}

#[test]
fn each_edit_keeps_crlf_and_the_byte_order_mark() {
    let file = format!("\u{feff}{}", FILE.replace('\n', "\r\n"));
    for (what, edit, lines) in table() {
        let (_, after) =
            plan(&Document::new(file.as_str()), &edit).unwrap_or_else(|refusal| panic!("{what}: {refusal:?}"));
        assert!(after.text().starts_with('\u{feff}'), "{what}");
        assert_eq!(after.text().matches('\n').count(), after.text().matches("\r\n").count(), "{what}");
        assert_eq!(changed(&file, &edit).map(|lines| lines.len()), Ok(lines.len()), "{what}");
    }
}

#[test]
fn runners_change_places_with_their_comments_and_the_gaps_stay() {
    let edit = Edit::MoveRunner { from: 1, to: 0 };
    let (_, after) = plan(&Document::new(FILE), &edit).expect("it is planned");
    let names: Vec<_> = after.machine().runners.into_iter().map(|runner| runner.name).collect();
    assert_eq!(names, ["production", "build and test", "pods"]);
    assert!(after.text().contains("\n\n# Deploys. Nothing else may run here.\n[[runners]]\n  name = \"production\""));
    let (_, back) = plan(&after, &edit).expect("it is planned");
    assert_eq!(&**back.text(), FILE);
}

#[test]
fn other_forms_are_edited_or_refused_but_never_wrong() {
    let inline = "runners = [ { name = 'a', executor = \"docker\", docker = {} } ]\n";
    assert_eq!(
        changed(inline, &Edit::Set(docker("image"), text("x"))),
        Ok(vec![
            "-runners = [ { name = 'a', executor = \"docker\", docker = {} } ]".to_owned(),
            "+runners = [ { name = 'a', executor = \"docker\", docker = { image = \"x\" } } ]".to_owned(),
        ])
    );
    assert_eq!(changed(inline, &Edit::RemoveRunner(0)), Err(Refusal::OtherForm));
    let dotted = "[[runners]]\nname = 'a'\ndocker.image = 'x' # here\nexecutor = 'docker'\n";
    assert_eq!(
        changed(dotted, &Edit::Set(docker("privileged"), NewValue::Flag(true))),
        Ok(vec!["+docker.privileged = true".to_owned()])
    );
    let implicit = "[[runners]]\n[runners.docker.sysctls]\na = '1'\n";
    assert_eq!(
        changed(implicit, &Edit::Set(docker("image"), text("x"))),
        Ok(vec!["+[runners.docker]".to_owned(), "+image = \"x\"".to_owned()])
    );
    let between = "[[runners]]\nname = 'a'\n[session_server]\n[runners.docker]\nimage = 'x'\n[[runners]]\nname = 'b'\n";
    assert_eq!(changed(between, &Edit::MoveRunner { from: 0, to: 1 }), Err(Refusal::OtherForm));
    let end = "concurrent = 1";
    assert_eq!(
        plan(&Document::new(end), &Edit::Set(Path::default().key("check_interval"), NewValue::Integer(3)))
            .map(|(_, after)| after.text().to_string()),
        Ok("concurrent = 1\ncheck_interval = 3".to_owned())
    );
    let empty =
        plan(&Document::new(""), &Edit::AddRunner(NewRunner { executor: "shell".to_owned(), ..NewRunner::default() }));
    assert_eq!(
        empty.map(|(_, after)| after.text().to_string()),
        Ok("[[runners]]\n  name = \"\"\n  url = \"\"\n  executor = \"shell\"\n".to_owned())
    );
    assert_eq!(changed("a = [", &Edit::RemoveRunner(0)), Err(Refusal::Broken));
    assert_eq!(changed(FILE, &Edit::RemoveRunner(9)), Err(Refusal::NotThere));
    assert_eq!(
        changed(FILE, &Edit::Set(Path::default().key("log_level"), text(&"x".repeat(SIZE_LIMIT)))),
        Err(Refusal::TooLarge)
    );
}

fn kinds(file: &str) -> Vec<(usize, ProblemKind)> {
    let document = Document::new(file);
    problems(&document)
        .into_iter()
        .map(|problem| (document.position(problem.span).line as usize, problem.kind))
        .collect()
}

#[test]
fn problems_name_their_line() {
    let runner = "[[runners]]\nname = \"a\"\nurl = \"https://x\"\ntoken = \"t\"\nexecutor = \"docker\"\n";
    let found = |more: &str| {
        kinds(&format!("{runner}{more}")).into_iter().map(|(line, kind)| (line - 5, kind)).collect::<Vec<_>>()
    };
    let image = "[runners.docker]\nimage = \"a\"\n";
    assert_eq!(found(image), []);
    assert_eq!(found(&format!("tags = [\"a\"]\n{image}")), [(1, ProblemKind::KeptByGitlab("tags".to_owned()))]);
    assert_eq!(
        found(&format!("privileged = true\n{image}")),
        [(1, ProblemKind::MisplacedKey("privileged".to_owned(), "runners.docker"))]
    );
    assert_eq!(
        found(&format!("{image}privilegd = true\n")),
        [(3, ProblemKind::UnknownKey("privilegd".to_owned(), Some("privileged")))]
    );
    assert_eq!(found(&format!("{image}privileged = true\n")), [(3, ProblemKind::Privileged)]);
    assert_eq!(
        found(&format!("{image}volumes = [\"/var/run/docker.sock:/var/run/docker.sock\"]\n")),
        [(3, ProblemKind::SocketMounted)]
    );
    assert_eq!(
        found(&format!("{image}volumes = [\"/var/run/docker.sock\"]\n")),
        [(3, ProblemKind::SocketWithoutTarget)]
    );
    assert_eq!(
        found(&format!("{image}[[runners.docker.services]]\nname = \"docker:27-dind\"\n")),
        [(4, ProblemKind::DindUnprivileged)]
    );
    assert_eq!(
        found(&format!("environment = [\"DOCKER_HOST=tcp://docker:2376\"]\n{image}")),
        [(1, ProblemKind::DindUnprivileged)]
    );
    assert_eq!(found(&format!("{image}services_privileged = true\nservices = [{{name = \"docker:dind\"}}]\n")), []);
    assert_eq!(kinds("concurrent = 0\n"), [(1, ProblemKind::NoConcurrency)]);
    assert!(matches!(kinds("a = 1\nb = \n")[..], [(2, ProblemKind::Syntax(_))]));
    assert!(matches!(kinds("concurrent = \"4\"\n")[..], [(1, ProblemKind::WrongType(..))]));
    let bare = kinds("[[runners]]\nname = \"a\"\n");
    assert_eq!(bare, [(1, ProblemKind::NoExecutor), (1, ProblemKind::NoToken), (1, ProblemKind::NoUrl)]);
}

#[test]
fn a_fix_leaves_its_problem_behind() {
    let file = "concurrent = 0\n[[runners]]\nurl = \"https://x\"\ntoken = \"t\"\nexecutor = \"docker\"\ntags = [\"a\"]\nenvironment = [\"DOCKER_HOST=tcp://docker:2376\"]\n[runners.docker]\nvolumes = [\"/var/run/docker.sock\"]\n";
    let mut document = Document::new(file);
    let mut fixed = 0;
    while let Some(edit) = problems(&document).into_iter().find_map(|problem| problem.fix) {
        document = plan(&document, &edit).expect("a fix is planned").1;
        fixed += 1;
        assert!(fixed < 10, "a fix that does not mend");
    }
    assert_eq!(fixed, 5);
    assert!(problems(&document).iter().all(|problem| problem.severity == Severity::Note));
}

#[test]
fn hostile_files_are_bounded() {
    assert_eq!(Document::open(&vec![b'#'; SIZE_LIMIT + 1]), Err(OpenError::TooLarge));
    assert_eq!(Document::open(b"a\0"), Err(OpenError::NoText));
    assert_eq!(Document::open(b"\xff\xfea"), Err(OpenError::NoText));
    let fill = |part: &str| part.repeat((SIZE_LIMIT - 64) / part.len());
    let many = |part: &dyn Fn(usize) -> String| (0..20_000).map(part).collect::<String>();
    let bombs = [
        fill("["),
        fill("[["),
        format!("a = {}", fill("[")),
        format!("a = {}", fill("{a=")),
        fill("a."),
        format!("[{}", fill("a.")),
        fill("[[runners]]\n"),
        fill("[[runners]]\n[runners.docker]\n"),
        fill("[[a.b]]\n"),
        many(&|at| format!("key{at} = 1\n")),
        many(&|at| format!("[table{at}]\n")),
        format!("[[runners]]\n{}", many(&|at| format!("privilege{at} = 1\n"))),
        format!("volumes = [{}]", fill("\"a\",")),
        fill("token = \"glrt-aaaa\" # token = \"glrt-aaaa\"\n"),
        fill("# \n"),
        fill("\"\"\"\n"),
        fill("token=glrt-"),
    ];
    for bomb in bombs {
        let name: String = bomb.chars().take(20).collect();
        let start = Instant::now();
        let document = Document::open(bomb.as_bytes()).expect("within the limit");
        let _ = (document.machine(), problems(&document), masked(&document));
        let _ = plan(&document, &Edit::Set(docker("privileged"), NewValue::Flag(true)));
        let _ = plan(&document, &Edit::MoveRunner { from: 0, to: 1 });
        assert!(start.elapsed() < Duration::from_secs(20), "{name} took {:?}", start.elapsed());
    }
}

fn step() -> impl Strategy<Value = Step> {
    const KEYS: &[&str] =
        &["runners", "docker", "volumes", "image", "name", "concurrent", "a", "services", "net.x", ""];
    prop_oneof![4 => prop::sample::select(KEYS).prop_map(|key| Step::Key(key.to_owned())), 1 => (0usize..3).prop_map(Step::Item)]
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let inside = prop::collection::vec(step(), 0..4).prop_map(Path);
    let path = prop_oneof![
        inside,
        (0usize..3, step()).prop_map(|(at, step)| match step {
            Step::Key(key) => Path::runner(at).key("docker").key(key),
            Step::Item(item) => Path::runner(at).key("volumes").item(item),
        })
    ];
    let value = prop_oneof![
        ".{0,8}".prop_map(NewValue::Text),
        any::<i64>().prop_map(NewValue::Integer),
        any::<bool>().prop_map(NewValue::Flag),
        prop::collection::vec("[a-c'\"\n\\\\]{0,3}", 0..5).prop_map(NewValue::List),
    ];
    let runner = ("[a-z\"]{0,4}", prop::sample::select(&["docker", "shell", "kubernetes"][..]))
        .prop_map(|(name, executor)| NewRunner { name, executor: executor.to_owned(), ..NewRunner::default() });
    prop_oneof![
        4 => (path.clone(), value).prop_map(|(path, value)| Edit::Set(path, value)),
        2 => path.prop_map(Edit::Remove),
        1 => runner.prop_map(Edit::AddRunner),
        1 => (0usize..3).prop_map(Edit::RemoveRunner),
        1 => (0usize..3, 0usize..3).prop_map(|(from, to)| Edit::MoveRunner { from, to }),
    ]
}

/// Lines of files, put together in any order, with any line breaks.
fn any_file() -> impl Strategy<Value = String> {
    let lines: Vec<&str> = FILE
        .lines()
        .chain([
            "[[runners]]",
            "  [runners.docker]",
            "[other]",
            "[runners.docker.x]",
            "docker.image = \"a\"",
            "docker = { image = 'x', a = 1 }",
            "runners = [{ name = 'a' }, {}]",
            "volumes = [ 'a', 'b' ,\n 'c', # d\n]",
            "x = [",
            "# c",
            "",
            "\u{feff}",
            "\r",
            "'''",
            "a = '''",
            "[",
            "]",
            "{",
            "= 1",
        ])
        .collect();
    let ends = prop::sample::select(&["\n", "\r\n"][..]);
    prop_oneof![
        3 => prop::collection::vec((prop::sample::select(lines), ends), 0..14)
            .prop_map(|lines| lines.into_iter().map(|(line, end)| format!("{line}{end}")).collect::<String>()),
        1 => "[\\[\\]{}=.,#'\"a-c0-9\n\r\\\\ \u{feff}-]{0,40}",
        1 => ".{0,60}",
    ]
}

proptest! {
    #[test]
    fn any_text_is_read_and_any_edit_is_exact_or_refused(file in any_file(), edits in prop::collection::vec(any_edit(), 1..6)) {
        let mut document = Document::new(file.as_str());
        prop_assert_eq!(&**document.text(), file.as_str());
        let _ = (document.machine(), masked(&document));
        for problem in problems(&document) {
            prop_assert!(problem.span.to() <= file.len());
            if let Some(fix) = problem.fix {
                let _ = plan(&document, &fix);
            }
        }
        for edit in &edits {
            let before = document.text().to_string();
            if let Ok((transaction, after)) = plan(&document, edit) {
                prop_assert!(after.tree().is_ok());
                prop_assert_eq!(transaction.apply(&before), after.text().to_string());
                prop_assert_eq!(transaction.invert(&before).apply(after.text()), before);
                document = after;
            }
        }
    }

    #[test]
    fn edits_of_a_file_as_gitlab_runner_writes_it_are_not_refused(at in 0usize..3, name in "[ -~é]{0,10}", items in prop::collection::vec("[ -~]{0,6}", 0..6)) {
        let document = Document::new(FILE);
        let edits = [
            Edit::Set(Path::runner(at).key("name"), NewValue::Text(name)),
            Edit::Set(Path::runner(at).key("environment"), NewValue::List(items.clone())),
            Edit::Set(docker("volumes"), NewValue::List(items)),
        ];
        for edit in edits {
            prop_assert!(plan(&document, &edit).is_ok(), "{:?}", edit);
        }
    }
}
