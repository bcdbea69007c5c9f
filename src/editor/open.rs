//! Opening bytes that may be anything.

use super::Editor;
use crate::yaml::{DecodeError, Document};

/// Larger files are not opened. GitLab itself refuses configurations over 2 MB (`max_yaml_size_bytes`).
pub const SIZE_LIMIT: usize = 4 * 1024 * 1024;

/// Why a file is not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// More bytes than [`SIZE_LIMIT`]; how many.
    TooLarge(usize),
    /// No text.
    Decode(DecodeError),
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            OpenError::TooLarge(bytes) => {
                write!(
                    f,
                    "the file has {bytes} bytes; GitLab reads at most 2 MB, Pipewright opens at most {SIZE_LIMIT}"
                )
            }
            OpenError::Decode(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for OpenError {}

impl Editor {
    /// Opens the bytes of a file.
    pub fn open(name: impl Into<String>, bytes: &[u8]) -> Result<Self, OpenError> {
        if bytes.len() > SIZE_LIMIT {
            return Err(OpenError::TooLarge(bytes.len()));
        }
        let text = Document::decode(bytes).map_err(OpenError::Decode)?;
        Ok(Self::new(name, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_says_so() {
        assert!(matches!(Editor::open("a", &vec![b'a'; SIZE_LIMIT + 1]), Err(OpenError::TooLarge(_))));
        assert!(matches!(Editor::open("a", b"a\0b"), Err(OpenError::Decode(DecodeError::Binary { offset: 1 }))));
        assert!(matches!(Editor::open("a", b"a\xffb"), Err(OpenError::Decode(DecodeError::NotUtf8 { offset: 1 }))));
        assert!(Editor::open("a", b"").is_ok());
    }
}
