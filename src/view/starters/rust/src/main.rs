//! Greets people.

fn main() {
    let name = std::env::args().nth(1);
    println!("{}", greeting(name.as_deref().unwrap_or("world")));
}

/// A greeting for somebody.
fn greeting(name: &str) -> String {
    format!("Hello, {name}!")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greets_people() {
        assert_eq!(greeting("Ada"), "Hello, Ada!");
    }
}
