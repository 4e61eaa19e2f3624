//! How far two words are apart (Levenshtein), for "did you mean".

/// The number of letters to insert, remove or replace to make one of the other, where it is not above `most`.
pub(crate) fn within(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, letter) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, other) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn letters_are_inserted_removed_and_replaced() {
        assert_eq!(within("string", "string", 2), Some(0));
        assert_eq!(within("strin", "string", 2), Some(1));
        assert_eq!(within("sttring", "string", 2), Some(1));
        assert_eq!(within("strung", "string", 2), Some(1));
        assert_eq!(within("gin", "string", 2), None);
        assert_eq!(within("größe", "grösse", 2), Some(2));
        assert_eq!(within("", "ab", 2), Some(2));
    }
}
