#pragma once

#include <cstdint>

namespace torch::nn {
class Module;
}

namespace vbs {

class BertTokenizer;
struct RegionBank;

/// Gives a small VisualBERT (hidden 192, at least 5 layers, heads of 48) starting values with structure, instead
/// of noise alone. The architecture stays VisualBERT's; these are plain weight values, and training moves them.
/// Without them, comparing two positions is not learned in any time that was tried.
///
/// Hidden dimensions: 0-141 content of a word, 142 modality, 143 noun flag, 144-167 text position (twelve
/// wavelengths), 168 relation flag, 169 left or right picture, 170-191 box geometry. Regions are projected by ridge
/// regression onto the content of their own words. Layer 1 copies the word before (adjective to noun), layer 2 looks
/// from words to regions that look alike and copies their geometry, layer 3 takes nouns before minus nouns after, layer
/// 4 lets every token read the relation word, layer 5 has a head for each of two pictures.
///
/// @param net holds visual_bert.* and, if there, attention.* (the region-to-phrase head).
/// @param bank features of matched regions for the regression; their last 22 numbers are box geometry.
/// @return the regression's coefficient of determination.
/// @throws Error (Mismatch) when the sizes do not fit this layout.
double setStructuredStartingValues(torch::nn::Module& net, const BertTokenizer& tokenizer, const RegionBank& bank,
                                   std::uint64_t seed);

} // namespace vbs
