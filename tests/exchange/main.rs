//! Files from outside: what opens, what is refused and how, what comes back as it went out.

mod meaning;
mod round_trip;
mod samples;
