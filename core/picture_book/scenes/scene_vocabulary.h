#pragma once

#include <string>
#include <vector>

namespace vbs {

/// The word-piece vocabulary of the picture-book world, one token a line of vocab.txt: [PAD] [UNK] [CLS] [SEP]
/// [MASK], then sorted every word that a question, statement, caption or choice can hold and every answer,
/// then ASCII punctuation, then letters and digits and their ## pieces, so that other words fall into pieces
/// and no ASCII text becomes [UNK].
std::vector<std::string> sceneVocabulary();

} // namespace vbs
