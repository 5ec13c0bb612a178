//! The layout of `view!` (视图宏的排版), which rustfmt leaves alone: what stands inside of something
//! stands four spaces deeper than the line that opens it, and what closes it stands under that
//! line.
//!
//! Where lines are broken is left to whoever writes them; `cargo xtask format` only moves them.
//! Formatters that break them as well were tried, see docs/decisions.md.

use super::Finding;
use anyhow::{Result, anyhow};
use proc_macro2::{Delimiter, Group, LineColumn, Spacing, Span, TokenStream, TokenTree};

const STEP: usize = 4;

/// How often a line is moved at most, for each line of a source: every move brings it to where it
/// belongs for good, once what is around it stands right.
const MOVES: usize = 4;

/// A line that stands at another place than it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Misplaced {
    /// The line, from 1.
    line: usize,
    /// How many spaces should be before it.
    spaces: usize,
}

/// Finds the lines of views that are not where they belong.
///
/// # Errors
/// When the source is no Rust.
pub fn misplaced_lines(source: &str) -> Result<Vec<Finding>> {
    let found = misplaced(source)?;
    Ok(found
        .into_iter()
        .map(|one| {
            let spaces = one.spaces;
            Finding::new(
                one.line,
                format!("{spaces} spaces belong before it; run `cargo xtask format`"),
            )
        })
        .collect())
}

/// A source with every line of its views where it belongs.
///
/// # Errors
/// When the source is no Rust.
pub fn with_lines_in_place(source: &str) -> Result<String> {
    let mut source = source.to_owned();
    for _ in 0..MOVES * source.lines().count() {
        // One at a time: what is inside of it is judged by where it then stands.
        let Some(first) = misplaced(&source)?.into_iter().next() else {
            break;
        };
        source = source
            .split_inclusive('\n')
            .enumerate()
            .map(|(index, line)| match index + 1 == first.line {
                true => " ".repeat(first.spaces) + line.trim_start_matches(' '),
                false => line.to_owned(),
            })
            .collect();
    }
    Ok(source)
}

fn misplaced(source: &str) -> Result<Vec<Misplaced>> {
    let stream: TokenStream = source.parse().map_err(|error| anyhow!("{error}"))?;
    let lines = source.lines();
    let mut layout = Layout {
        indents: lines
            .map(|line| line.chars().take_while(|letter| *letter == ' ').count())
            .collect(),
        misplaced: Vec::new(),
    };
    layout.find_views(stream);
    layout.misplaced.sort_by_key(|one| one.line);
    Ok(layout.misplaced)
}

/// What is known of a source while its views are walked through.
struct Layout {
    /// The spaces before every line.
    indents: Vec<usize>,
    misplaced: Vec<Misplaced>,
}

impl Layout {
    fn find_views(&mut self, stream: TokenStream) {
        let trees: Vec<TokenTree> = stream.into_iter().collect();
        for (index, tree) in trees.iter().enumerate() {
            let TokenTree::Group(group) = tree else {
                continue;
            };
            if is_view(&trees[..index]) && group.delimiter() == Delimiter::Brace {
                self.view(group);
            } else {
                self.find_views(group.stream());
            }
        }
    }

    fn view(&mut self, group: &Group) {
        let outside = self.indent_of(group.span_open());
        let trees: Vec<TokenTree> = group.stream().into_iter().collect();
        self.nodes(&trees, outside);
        self.stands_at(group.span_close(), outside);
    }

    /// Walks through the nodes inside of a view that was opened on a line with this indent.
    fn nodes(&mut self, trees: &[TokenTree], outside: usize) {
        let mut open = vec![outside];
        let mut next = 0;
        while let Some(tree) = trees.get(next) {
            let around = open.last().copied().unwrap_or(outside);
            if !is_sign(tree, '<') {
                self.stands_at(tree.span(), around + STEP);
                if let TokenTree::Group(group) = tree {
                    self.group(group);
                }
                next += 1;
                continue;
            }
            let is_end = trees.get(next + 1).is_some_and(|tree| is_sign(tree, '/'));
            let tag = Tag::read(trees, next);
            if is_end {
                self.stands_at(tree.span(), around);
                open.pop();
            } else {
                self.stands_at(tree.span(), around + STEP);
                let indent = self.indent_of(tree.span());
                self.attributes(&trees[next + 1..tag.sign], indent);
                if let Some(sign) = trees.get(tag.sign) {
                    self.stands_at(sign.span(), indent);
                }
                if !tag.closes_itself {
                    open.push(indent);
                }
            }
            next = tag.end + 1;
        }
    }

    /// What stands in a tag between its name and its end.
    fn attributes(&mut self, trees: &[TokenTree], outside: usize) {
        for tree in trees {
            self.stands_inside(tree.span(), outside);
            if let TokenTree::Group(group) = tree {
                self.group(group);
            }
        }
    }

    /// Rust code in brackets inside of a view.
    fn group(&mut self, group: &Group) {
        let outside = self.indent_of(group.span_open());
        let trees: Vec<TokenTree> = group.stream().into_iter().collect();
        if let Some(first) = trees.first() {
            self.stands_at(first.span(), outside + STEP);
        }
        for (index, tree) in trees.iter().enumerate() {
            self.stands_inside(tree.span(), outside);
            match tree {
                TokenTree::Group(inner)
                    if is_view(&trees[..index]) && inner.delimiter() == Delimiter::Brace =>
                {
                    self.view(inner);
                }
                TokenTree::Group(inner) => self.group(inner),
                _ => {}
            }
        }
        self.stands_at(group.span_close(), outside);
    }

    /// What begins a line stands behind exactly so many spaces.
    fn stands_at(&mut self, span: Span, spaces: usize) {
        let LineColumn { line, column } = span.start();
        if column == self.indents[line - 1] && column != spaces {
            self.note(Misplaced { line, spaces });
        }
    }

    /// What begins a line stands deeper than the line that opens what it is in.
    fn stands_inside(&mut self, span: Span, outside: usize) {
        let LineColumn { line, column } = span.start();
        if column == self.indents[line - 1] && column < outside + STEP {
            let spaces = outside + STEP;
            self.note(Misplaced { line, spaces });
        }
    }

    fn note(&mut self, found: Misplaced) {
        if self.misplaced.iter().all(|known| known.line != found.line) {
            self.misplaced.push(found);
        }
    }

    fn indent_of(&self, span: Span) -> usize {
        self.indents[span.start().line - 1]
    }
}

/// A tag of a view.
struct Tag {
    /// The index of its last sign, `>`.
    end: usize,
    /// That of the first sign of its end, which is `/` where it closes itself.
    sign: usize,
    closes_itself: bool,
}

impl Tag {
    /// The tag whose `<` stands at `start`.
    fn read(trees: &[TokenTree], start: usize) -> Self {
        // Arguments of types, as in `<Choices::<Verdict> />`, have such signs as well.
        let mut depth = 0_usize;
        for index in start..trees.len() {
            if is_sign(&trees[index], '<') {
                depth += 1;
            } else if is_sign(&trees[index], '>') && !is_arrow(&trees[..index]) {
                depth -= 1;
                if depth == 0 {
                    let closes_itself = is_sign(&trees[index - 1], '/');
                    return Self {
                        end: index,
                        sign: index - usize::from(closes_itself),
                        closes_itself,
                    };
                }
            }
        }
        Self {
            end: trees.len(),
            sign: trees.len(),
            closes_itself: true,
        }
    }
}

/// Whether a group that follows these is the inside of `view!`.
fn is_view(before: &[TokenTree]) -> bool {
    let [.., TokenTree::Ident(name), sign] = before else {
        return false;
    };
    name == "view" && is_sign(sign, '!')
}

fn is_sign(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// Whether a `>` that follows these belongs to `->` or `=>`.
fn is_arrow(before: &[TokenTree]) -> bool {
    let Some(TokenTree::Punct(last)) = before.last() else {
        return false;
    };
    "-=".contains(last.as_char()) && last.spacing() == Spacing::Joint
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_views_go_where_they_belong() {
        fn check(source: &str, expected: &str) {
            let found = with_lines_in_place(source).expect("is Rust");
            assert_eq!(found, expected);
            let findings = misplaced_lines(expected).expect("is Rust");
            assert_eq!(findings, [], "{expected}");
            let is_same = misplaced_lines(source).expect("is Rust").is_empty();
            assert_eq!(is_same, source == expected, "{source}");
        }

        let right = "fn a() {
    view! {
        <p
            class=move || if b() { \"c\" } else { \"d\" }
            on:click=move |_| e()
        >
            {f}
            <Choices::<Verdict> of=|g: fn() -> bool| g()/>
            {h
                .map(|i| {
                    view! { <b>{i}</b> }
                })}
            {j.then(|| view! {
                <br/>
                // Stays.
                <i>\"text\"</i>
            })}
        </p>
    }
}
";
        check(right, right);
        check(
            "fn a() {\n    view! {\n    <p>\n  {b}\n            </p>\n        }\n}\n",
            "fn a() {\n    view! {\n        <p>\n            {b}\n        </p>\n    }\n}\n",
        );
        check(
            "fn a() {\n    view! { <p>{match b {\n    1 => c,\n    _ => d,\n    }}</p> }\n}\n",
            "fn a() {\n    view! { <p>{match b {\n        1 => c,\n        _ => d,\n    }}</p> }\n\
             }\n",
        );
    }
}
