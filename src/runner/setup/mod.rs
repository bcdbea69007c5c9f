//! Setting a runner up in Docker: from what a person wants to the commands that do it, on a POSIX shell or with Docker
//! Compose. By https://docs.gitlab.com/runner/install/docker/ and https://docs.gitlab.com/runner/register/.

mod command;
mod commands;
mod compose;
mod shell;
mod wish;

pub use command::{Command, Word};
pub use commands::{commands, Purpose, Step, Way};
pub use compose::compose_file;
pub use shell::quote;
pub use wish::{Fault, Field, Restart, Setup, Storage, TokenKind, SOCKET};
