//! Journeys through the finished app in real browsers.
