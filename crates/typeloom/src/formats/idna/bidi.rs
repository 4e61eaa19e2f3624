//! The Bidi rule (RFC 5893, section 2).

use super::points::{Direction, Point};

/// Whether the label has anything that runs from right to left.
pub(super) fn is_right_to_left(points: &[Point]) -> bool {
    points.iter().any(|point| match point.class.direction {
        Direction::RightToLeft | Direction::ArabicNumber => true,
        Direction::LeftToRight | Direction::EuropeanNumber | Direction::Mark | Direction::Other => false,
    })
}

/// Whether the label obeys the rule.
pub(super) fn is_ordered(points: &[Point]) -> bool {
    let has = |direction| points.iter().any(|point| point.class.direction == direction);
    let last = points.iter().map(|point| point.class.direction).rfind(|direction| *direction != Direction::Mark);
    match points.first().map(|point| point.class.direction) {
        Some(Direction::RightToLeft) => {
            let ends =
                matches!(last, Some(Direction::RightToLeft | Direction::EuropeanNumber | Direction::ArabicNumber));
            ends && !has(Direction::LeftToRight) && !(has(Direction::EuropeanNumber) && has(Direction::ArabicNumber))
        }
        Some(Direction::LeftToRight) => {
            let ends = matches!(last, Some(Direction::LeftToRight | Direction::EuropeanNumber));
            ends && !is_right_to_left(points)
        }
        Some(Direction::ArabicNumber | Direction::EuropeanNumber | Direction::Mark | Direction::Other) | None => false,
    }
}
