// Nothing moves on this page: details open by themselves.
