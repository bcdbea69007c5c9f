//! Jobs need each other in a circle.
//!
//! Take one need of the circle out.

use foldhash::{HashMap, HashMapExt};
use std::rc::Rc;

use crate::lint::facts::{instances, Facts, Job};
use crate::lint::fix;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "circular-needs",
    severity: Severity::Error,
    summary: "Jobs need each other in a circle.",
    help: "Take one need of the circle out.",
    source: "lib/gitlab/ci/yaml_processor/dag.rb",
    fix: Some(fix::taken_out),
    on: true,
    bad: "build:\n  script: make\n  needs: [test]\ntest:\n  script: make test\n  needs: [build]\n",
    good: "build:\n  script: make\ntest:\n  script: make test\n  needs: [build]\n",
};

/// Instances of parallel jobs that a circle is spelled out over; larger ones name the jobs as written.
const SPREAD_LIMIT: usize = 4000;

/// Each circle, as Ruby's TSort finds and names it.
pub fn check(facts: &Facts, found: &mut Vec<Diagnostic>) {
    // Mostly jobs need only those that are written before them.
    let mut ahead = facts.jobs.iter().enumerate().flat_map(|(at, job)| job.needs.iter().map(move |need| (at, need)));
    if ahead.all(|(at, need)| facts.named(need.name).is_none_or(|needed| needed < at)) {
        return;
    }
    let graph = Graph::of_jobs(facts);
    let circles = graph.circles();
    if circles.is_empty() {
        return;
    }
    // GitLab names the instances of parallel jobs. That only a circle can do so keeps this small.
    let parallel = circles.iter().flatten().any(|&at| facts.jobs[at].instances.is_some());
    if parallel {
        let spread = Graph::of_instances(facts);
        if let Some(spread) = spread {
            report(facts, &spread, found);
            return;
        }
    }
    report(facts, &graph, found);
}

fn report(facts: &Facts, graph: &Graph, found: &mut Vec<Diagnostic>) {
    for circle in graph.circles() {
        let first = &facts.jobs[graph.job[circle[0]]];
        let span = first.map.entry("needs").map_or(first.span, |entry| entry.key_span);
        let own = circle.iter().copied().find(|&node| graph.needs[node].contains(&node));
        let message = match own {
            Some(node) => {
                format!("The pipeline has circular dependencies: self-dependency: {}", graph.names[node])
            }
            None => {
                let names: Vec<String> = circle.iter().map(|&node| format!("{:?}", &*graph.names[node])).collect();
                let names = names.join(", ");
                format!("The pipeline has circular dependencies: topological sort failed: [{names}]")
            }
        };
        let need = first.needs.iter().find(|need| circle.iter().any(|&node| &*graph.names[node] == need.name));
        let span = need.map_or(span, |need| need.span);
        found.push(Diagnostic::new(&RULE, message, span).of(&first.subject));
    }
}

struct Graph {
    names: Vec<Rc<str>>,
    /// The job of a node.
    job: Vec<usize>,
    needs: Vec<Vec<usize>>,
}

impl Graph {
    /// Each job as written is a node.
    fn of_jobs(facts: &Facts) -> Self {
        let needs = |job: &Job<'_>| job.needs.iter().filter_map(|need| facts.named(need.name)).collect();
        let needs = facts.jobs.iter().map(needs).collect();
        let names = facts.jobs.iter().map(|job| job.subject.clone()).collect();
        Self { names, job: (0..facts.jobs.len()).collect(), needs }
    }

    /// Each job as it runs is a node. None where there are too many.
    fn of_instances(facts: &Facts) -> Option<Self> {
        let mut graph = Self { names: Vec::new(), job: Vec::new(), needs: Vec::new() };
        let mut nodes: HashMap<Rc<str>, usize> = HashMap::new();
        for (at, job) in facts.jobs.iter().enumerate() {
            for name in job.names() {
                nodes.insert(name.clone(), graph.names.len());
                graph.names.push(name.clone());
                graph.job.push(at);
            }
        }
        let mut edges = 0;
        for &at in &graph.job {
            let mut needs = Vec::new();
            for need in facts.jobs[at].needs.iter() {
                let meant = match (facts.parallel(need.name), need.parallel) {
                    (Some(target), None) => facts.jobs[target].names().cloned().collect(),
                    (Some(_), Some(parallel)) => {
                        instances(need.name, parallel).unwrap_or_default().into_iter().map(|i| i.name).collect()
                    }
                    (None, _) => vec![need.name.into()],
                };
                let meant: Vec<Rc<str>> = meant;
                needs.extend(meant.iter().filter_map(|name| nodes.get(name).copied()));
            }
            edges += needs.len();
            if edges > SPREAD_LIMIT * 50 || graph.names.len() > SPREAD_LIMIT {
                return None;
            }
            graph.needs.push(needs);
        }
        Some(graph)
    }

    /// The strongly connected components of more than one node, and nodes that need themselves: Tarjan's algorithm in
    /// TSort's order, without recursion.
    fn circles(&self) -> Vec<Vec<usize>> {
        const NEW: usize = usize::MAX;
        const DONE: usize = usize::MAX - 1;
        let mut ids = vec![NEW; self.needs.len()];
        let mut low = vec![0; self.needs.len()];
        let mut next_id = 0;
        let mut stack: Vec<usize> = Vec::new();
        let mut circles = Vec::new();
        for root in 0..self.needs.len() {
            if ids[root] != NEW {
                continue;
            }
            let mut walk = vec![(root, 0)];
            while let Some((node, child)) = walk.pop() {
                if child == 0 {
                    ids[node] = next_id;
                    low[node] = next_id;
                    next_id += 1;
                    stack.push(node);
                }
                if let Some(&need) = self.needs[node].get(child) {
                    walk.push((node, child + 1));
                    match ids[need] {
                        NEW => walk.push((need, 0)),
                        DONE => {}
                        id => low[node] = low[node].min(id),
                    }
                    continue;
                }
                if low[node] == ids[node] {
                    let from = stack.iter().rposition(|&on| on == node).unwrap_or(0);
                    let component = stack.split_off(from);
                    component.iter().for_each(|&done| ids[done] = DONE);
                    if component.len() > 1 || self.needs[node].contains(&node) {
                        circles.push(component);
                    }
                }
                if let Some((parent, _)) = walk.last() {
                    low[*parent] = low[*parent].min(low[node]);
                }
            }
        }
        circles
    }
}
