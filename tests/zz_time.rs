//! temp
use pipewright::{
    lint::Settings,
    view::{board::Board, problems::Problems},
    yaml::Document,
};
use std::time::Instant;
#[test]
fn time() {
    let mut files: Vec<_> = std::fs::read_dir("/tmp/bombs").unwrap().flatten().map(|e| e.path()).collect();
    files.sort();
    for f in files {
        let bytes = std::fs::read(&f).unwrap();
        let Ok(editor) = pipewright::editor::Editor::open("a", &bytes) else { continue };
        let text = editor.text().to_owned();
        let t = Instant::now();
        let d = Document::parse(text.as_str());
        let parse = t.elapsed().as_millis();
        let t = Instant::now();
        let p = Problems::check(&d, &Settings::default());
        let check = t.elapsed().as_millis();
        let name = f.file_name().unwrap().to_string_lossy().into_owned();
        eprintln!(
            "{parse:6} {check:6} ... {name} nodes {} problems {} errors {}",
            d.all_nodes().count(),
            p.list.len(),
            d.errors().len()
        );
        let (tx, rx) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let d = Document::parse(text.as_str());
            let p = Problems::check(&d, &Settings::default());
            let t = Instant::now();
            let b = Board::read(&d, &p);
            tx.send((t.elapsed().as_millis(), b.lanes.len(), b.jobs)).ok();
        });
        match rx.recv_timeout(std::time::Duration::from_secs(15)) {
            Ok((ms, l, j)) => {
                if ms > 50 {
                    eprintln!("      board {ms} lanes {l} jobs {j}")
                }
            }
            Err(_) => eprintln!("      board HANG {name}"),
        }
    }
}
