#pragma once

#include <array>
#include <string_view>

namespace vbs {

/// COCO's names of the label ids 1 … 90, as torchvision's detectors number them; "N/A" for the ten ids that the
/// published annotations do not use.
inline constexpr std::array<std::string_view, 90> kCocoCategories = {
    "person",        "bicycle",       "car",          "motorcycle",     "airplane",     "bus",
    "train",         "truck",         "boat",         "traffic light",  "fire hydrant", "N/A",
    "stop sign",     "parking meter", "bench",        "bird",           "cat",          "dog",
    "horse",         "sheep",         "cow",          "elephant",       "bear",         "zebra",
    "giraffe",       "N/A",           "backpack",     "umbrella",       "N/A",          "N/A",
    "handbag",       "tie",           "suitcase",     "frisbee",        "skis",         "snowboard",
    "sports ball",   "kite",          "baseball bat", "baseball glove", "skateboard",   "surfboard",
    "tennis racket", "bottle",        "N/A",          "wine glass",     "cup",          "fork",
    "knife",         "spoon",         "bowl",         "banana",         "apple",        "sandwich",
    "orange",        "broccoli",      "carrot",       "hot dog",        "pizza",        "donut",
    "cake",          "chair",         "couch",        "potted plant",   "bed",          "N/A",
    "dining table",  "N/A",           "N/A",          "toilet",         "N/A",          "tv",
    "laptop",        "mouse",         "remote",       "keyboard",       "cell phone",   "microwave",
    "oven",          "toaster",       "sink",         "refrigerator",   "N/A",          "book",
    "clock",         "vase",          "scissors",     "teddy bear",     "hair drier",   "toothbrush",
};

} // namespace vbs
